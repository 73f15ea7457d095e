package org.robustest.reference.mitbih;

import java.util.Arrays;
import java.util.function.Predicate;
import org.robustest.random.StableHash;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Splits the beats one by one, the same way in every class, by a hash of their ids. */
record ByBeatSplit(Samples train, Samples test) {

    private static final String SALT = "by-beat split of ";

    /** Takes as many beats of each class for the test as the counts say: those with the smallest hashes. */
    static ByBeatSplit of(Samples beats, int[] testCounts) {
        long[] largest = largestHashes(beats, testCounts);
        Predicate<Sample> isTest = beat -> hash(beat) <= largest[beat.label()];
        return new ByBeatSplit(beats.where(isTest.negate()), beats.where(isTest));
    }

    /** Returns the largest hash of a beat for the test, of each class; hashes of 64 bits differ. */
    private static long[] largestHashes(Samples beats, int[] testCounts) {
        int[] counts = beats.countsByLabel();
        long[][] hashes = new long[counts.length][];
        Arrays.setAll(hashes, label -> new long[counts[label]]);
        for (Sample beat : beats) {
            hashes[beat.label()][--counts[beat.label()]] = hash(beat);
        }
        long[] largest = new long[hashes.length];
        for (int label = 0; label < largest.length; label++) {
            Arrays.sort(hashes[label]);
            int taken = Math.min(testCounts[label], hashes[label].length);
            largest[label] = taken == 0 ? Long.MIN_VALUE : hashes[label][taken - 1];
        }
        return largest;
    }

    private static long hash(Sample beat) {
        return StableHash.of(SALT + beat.id());
    }
}
