package org.robustest.reference.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.robustest.reference.beats.BeatClass;

/** Sets the R peaks of a rhythm in time. */
final class BeatTimes {

    private BeatTimes() {}

    /** Returns the beats from the last before the record, half an interval before its start, to the first after it. */
    static List<SyntheticBeat> of(Heart heart, double seconds, SplittableRandom random) {
        HeartRateVariability variability =
                new HeartRateVariability(heart.meanInterval(), heart.intervalDeviation(), random);
        List<BeatClass> rhythm = heart.rhythm();
        List<SyntheticBeat> beats = new ArrayList<>();
        BeatClass current = BeatClass.N;
        double peak = -heart.meanInterval() / 2;
        beats.add(new SyntheticBeat(peak, current));
        for (int i = 0; peak < seconds; i++) {
            BeatClass next = rhythm.get(i % rhythm.size());
            peak += variability.intervalAt(peak)
                    * heart.morphology(current).pause()
                    * heart.morphology(next).coupling();
            current = next;
            beats.add(new SyntheticBeat(peak, current));
        }
        return beats;
    }
}
