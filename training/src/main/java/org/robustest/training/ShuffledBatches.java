package org.robustest.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** All samples in random order, in every epoch anew; the last batch of an epoch may be smaller. */
final class ShuffledBatches implements Batches {

    private final Samples samples;
    private final int batchSize;
    private final Deck deck;

    ShuffledBatches(Samples samples, int batchSize, long seed) {
        this.samples = samples;
        this.batchSize = batchSize;
        this.deck = new Deck(IntStream.range(0, samples.size()).toArray(), new SplittableRandom(seed));
    }

    @Override
    public List<Sample> next() {
        List<Sample> batch = new ArrayList<>();
        do {
            batch.add(samples.get(deck.deal()));
        } while (batch.size() < batchSize && !deck.isDealt());
        return batch;
    }
}
