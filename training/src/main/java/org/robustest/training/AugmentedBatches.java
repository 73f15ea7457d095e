package org.robustest.training;

import java.util.List;
import java.util.stream.IntStream;
import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/**
 * Batches whose samples are changed each time. What is drawn for a sample depends on the seed, the step, the sample's id and its
 * place in the batch, in which it may stand twice.
 */
final class AugmentedBatches implements Batches {

    private final Batches originals;
    private final Augmentation augmentation;
    private final InputRange range;
    private final long seed;
    private int step;

    AugmentedBatches(Batches originals, Augmentation augmentation, InputRange range, long seed) {
        this.originals = originals;
        this.augmentation = augmentation;
        this.range = range;
        this.seed = seed;
    }

    @Override
    public List<Sample> next() {
        List<Sample> batch = originals.next();
        int now = step++;
        return IntStream.range(0, batch.size())
                .parallel()
                .mapToObj(place -> changed(
                        batch.get(place),
                        RandomStream.of(
                                seed, "augmentation", now, batch.get(place).id(), place)))
                .toList();
    }

    @Override
    public void skip(int count) {
        originals.skip(count);
        step += count;
    }

    private Sample changed(Sample sample, RandomStream random) {
        float[] input = augmentation.change(sample, random);
        if (input.length != sample.shape().size()) {
            throw new IllegalArgumentException("the augmentation " + augmentation + " made " + input.length
                    + " values of the sample \"" + sample.id() + "\", whose shape is " + sample.shape()
                    + "; it has to keep the shape");
        }
        for (float value : input) {
            if (!range.contains(value)) {
                throw new IllegalArgumentException("the augmentation " + augmentation + " made the value " + value
                        + " of the sample \"" + sample.id() + "\", but the samples declare values within " + range
                        + "; clip it to that, or declare a wider range");
            }
        }
        return sample.withInput(sample.shape(), input);
    }
}
