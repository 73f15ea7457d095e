package org.robustest.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * Batches in which all classes are equally frequent: the classes take turns. A sample comes again only after all others of
 * its class.
 */
final class ClassBalancedBatches implements Batches {

    private final Samples samples;
    private final int batchSize;
    private final List<Deck> decks = new ArrayList<>();
    private int turn;

    /**
     * Creates the row of batches.
     *
     * @throws IllegalArgumentException if a class has no sample
     */
    ClassBalancedBatches(Samples samples, int batchSize, long seed) {
        this.samples = samples;
        this.batchSize = batchSize;
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = samples.countsByLabel();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] == 0) {
                throw new IllegalArgumentException("class-balanced training needs samples of every class, but \""
                        + samples.classNames().get(label) + "\" has none; give some, or leave out classBalanced()");
            }
            int wanted = label;
            decks.add(new Deck(
                    IntStream.range(0, samples.size())
                            .filter(i -> samples.get(i).label() == wanted)
                            .toArray(),
                    random));
        }
    }

    @Override
    public List<Sample> next() {
        List<Sample> batch = new ArrayList<>();
        while (batch.size() < batchSize) {
            batch.add(samples.get(decks.get(turn).deal()));
            turn = (turn + 1) % decks.size();
        }
        return batch;
    }
}
