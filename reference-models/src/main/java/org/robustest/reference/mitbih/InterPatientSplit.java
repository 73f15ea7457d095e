package org.robustest.reference.mitbih;

import java.util.Set;
import org.robustest.samples.Samples;

/**
 * The split of de Chazal, O'Dwyer and Reilly (IEEE TBME 51(7), 2004): whole records for training (DS1) and others for
 * test (DS2), so that a model is tested on people it has not seen.
 *
 * <p>The records with paced beats (102, 104, 107, 217) are in neither, so class Q has few beats. One person is in both
 * after all: records 201 (DS1) and 202 (DS2) are the same patient. The split is kept as it was published, so that
 * figures can be compared; to be strict, leave out the beats whose tag {@code record} is {@code 202}.
 *
 * @param train the beats of DS1
 * @param test the beats of DS2
 */
public record InterPatientSplit(Samples train, Samples test) {

    private static final Set<String> DS1 = Set.of(
            "101", "106", "108", "109", "112", "114", "115", "116", "118", "119", "122", "124", "201", "203", "205",
            "207", "208", "209", "215", "220", "223", "230");
    private static final Set<String> DS2 = Set.of(
            "100", "103", "105", "111", "113", "117", "121", "123", "200", "202", "210", "212", "213", "214", "219",
            "221", "222", "228", "231", "232", "233", "234");

    static InterPatientSplit of(Samples beats) {
        return new InterPatientSplit(
                beats.where(beat -> DS1.contains(beat.tags().get(MitBih.RECORD))),
                beats.where(beat -> DS2.contains(beat.tags().get(MitBih.RECORD))));
    }
}
