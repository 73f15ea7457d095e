package org.robustest.reference.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * An endless row of batches in which all classes are equally frequent.
 *
 * <p>The classes take turns. Every class has a deck of its own samples, which is shuffled anew when all of it was dealt,
 * so a sample comes again only after all others of its class. Not safe for use by several threads at once.
 */
public final class ClassBalancedBatches {

    private final Samples samples;
    private final int batchSize;
    private final SplittableRandom random;
    private final List<int[]> decks = new ArrayList<>();
    private final int[] dealt;
    private int turn;

    private ClassBalancedBatches(Samples samples, int batchSize, long seed) {
        this.samples = samples;
        this.batchSize = batchSize;
        this.random = new SplittableRandom(seed);
        int[] counts = samples.countsByLabel();
        this.dealt = counts.clone();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] == 0) {
                throw new IllegalArgumentException("class-balanced batches need samples of every class, but \""
                        + samples.classNames().get(label) + "\" has none");
            }
            decks.add(new int[counts[label]]);
        }
        int[] next = new int[counts.length];
        for (int i = 0; i < samples.size(); i++) {
            int label = samples.get(i).label();
            decks.get(label)[next[label]++] = i;
        }
    }

    /**
     * Creates the row of batches.
     *
     * @param samples the samples to deal, at least one of each class
     * @param batchSize the number of samples in a batch, at least 1
     * @param seed the seed of the shuffling; the same seed gives the same batches
     * @return the batches
     * @throws IllegalArgumentException if a class has no sample, or the batch size is below 1
     */
    public static ClassBalancedBatches of(Samples samples, int batchSize, long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 sample, but its size was " + batchSize);
        }
        return new ClassBalancedBatches(samples, batchSize, seed);
    }

    /**
     * Returns the next batch.
     *
     * @return features {@code [batchSize, C L]}, each input flattened row-major, and one-hot labels
     *     {@code [batchSize, K]}
     */
    public DataSet next() {
        float[][] features = new float[batchSize][];
        INDArray labels = Nd4j.zeros(batchSize, decks.size());
        for (int i = 0; i < batchSize; i++) {
            Sample sample = samples.get(deal(turn));
            features[i] = sample.input();
            labels.putScalar(i, sample.label(), 1);
            turn = (turn + 1) % decks.size();
        }
        return new DataSet(Nd4j.createFromArray(features), labels);
    }

    private int deal(int label) {
        int[] deck = decks.get(label);
        if (dealt[label] == deck.length) {
            shuffle(deck);
            dealt[label] = 0;
        }
        return deck[dealt[label]++];
    }

    private void shuffle(int[] deck) {
        for (int i = deck.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int card = deck[i];
            deck[i] = deck[other];
            deck[other] = card;
        }
    }
}
