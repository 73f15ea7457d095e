package org.robustest.reference.mitbih;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.robustest.random.StableHash;
import org.robustest.reference.beats.BeatClass;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Splits the beats one by one, the same way in every class, by a hash of their ids. */
record ByBeatSplit(Samples train, Samples test) {

    private static final String SALT = "by-beat split of ";

    /** Takes as many beats of each class for the test as the counts say: those with the smallest hashes. */
    static ByBeatSplit of(Samples beats, int[] testCounts) {
        Set<Sample> test = new HashSet<>();
        for (BeatClass beatClass : BeatClass.values()) {
            StreamSupport.stream(beats.spliterator(), false)
                    .filter(beat -> beat.label() == beatClass.ordinal())
                    .map(beat -> new Ranked(StableHash.of(SALT + beat.id()), beat))
                    .sorted(Ranked.ORDER)
                    .limit(testCounts[beatClass.ordinal()])
                    .forEach(ranked -> test.add(ranked.beat()));
        }
        return new ByBeatSplit(beats.where(beat -> !test.contains(beat)), beats.where(test::contains));
    }

    /** A beat with the hash that ranks it, which is computed once and not for every comparison. */
    private record Ranked(long hash, Sample beat) {

        private static final Comparator<Ranked> ORDER = Comparator.comparingLong(Ranked::hash)
                .thenComparing(ranked -> ranked.beat().id());
    }
}
