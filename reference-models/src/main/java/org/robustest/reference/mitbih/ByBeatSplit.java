package org.robustest.reference.mitbih;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.robustest.random.StableHash;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Splits the beats one by one, the same way in every class, by a hash of their ids. */
record ByBeatSplit(Samples train, Samples test) {

    private static final String SALT = "by-beat split of ";

    /** Takes as many beats of each class for the test as the counts say: those with the smallest hashes. */
    static ByBeatSplit of(Samples beats, int[] testCounts) {
        int[] left = testCounts.clone();
        Set<String> test = new HashSet<>();
        for (Hashed each : byHash(beats)) {
            if (left[each.beat().label()]-- > 0) {
                test.add(each.beat().id());
            }
        }
        Predicate<Sample> isTest = beat -> test.contains(beat.id());
        return new ByBeatSplit(beats.where(isTest.negate()), beats.where(isTest));
    }

    private static List<Hashed> byHash(Samples beats) {
        return StreamSupport.stream(beats.spliterator(), false)
                .map(beat -> new Hashed(beat, StableHash.of(SALT + beat.id())))
                .sorted(Comparator.comparingLong(Hashed::hash))
                .toList();
    }

    private record Hashed(Sample beat, long hash) {}
}
