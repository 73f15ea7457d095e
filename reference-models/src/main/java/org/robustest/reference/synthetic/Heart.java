package org.robustest.reference.synthetic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.robustest.reference.beats.BeatClass;

/**
 * How fast a heart beats, in which sequence, and what its beats look like.
 *
 * @param rate beats a minute, on average
 * @param rateDeviation the standard deviation of the rate, in beats a minute
 * @param rhythm the classes of the beats, repeated without end
 * @param morphologies what a beat of each class looks like
 */
record Heart(double rate, double rateDeviation, List<BeatClass> rhythm, Map<BeatClass, BeatMorphology> morphologies) {

    static final Heart DEFAULT = new Heart(60, 1, List.of(BeatClass.N), morphologies(UnaryOperator.identity()));

    private static final double LOWEST_RATE = 20;
    private static final double HIGHEST_RATE = 250;
    private static final double SECONDS_PER_MINUTE = 60;

    Heart {
        Ranges.require(rate, LOWEST_RATE, HIGHEST_RATE, "the heart rate in beats a minute");
        Ranges.require(rateDeviation, 0, rate / 10, "the standard deviation of the heart rate in beats a minute");
        if (rhythm.isEmpty()) {
            throw new IllegalArgumentException("a rhythm needs at least one beat, but there was none");
        }
        rhythm = List.copyOf(rhythm);
    }

    Heart withRate(double rate, double rateDeviation) {
        return new Heart(rate, rateDeviation, rhythm, morphologies);
    }

    Heart withRhythm(List<BeatClass> rhythm) {
        return new Heart(rate, rateDeviation, rhythm, morphologies);
    }

    Heart inAnotherPatient(SplittableRandom random) {
        return new Heart(rate, rateDeviation, rhythm, morphologies(beat -> beat.inAnotherPatient(random)));
    }

    BeatMorphology morphology(BeatClass beatClass) {
        return Objects.requireNonNull(morphologies.get(beatClass));
    }

    /** Returns the average R-R interval in seconds. */
    double meanInterval() {
        return SECONDS_PER_MINUTE / rate;
    }

    /** Returns the standard deviation of the R-R intervals in seconds, to first order in that of the rate. */
    double intervalDeviation() {
        return SECONDS_PER_MINUTE * rateDeviation / (rate * rate);
    }

    private static Map<BeatClass, BeatMorphology> morphologies(UnaryOperator<BeatMorphology> change) {
        Map<BeatClass, BeatMorphology> morphologies = new EnumMap<>(BeatClass.class);
        for (BeatClass beatClass : BeatClass.values()) {
            morphologies.put(beatClass, change.apply(BeatMorphology.of(beatClass)));
        }
        return morphologies;
    }
}
