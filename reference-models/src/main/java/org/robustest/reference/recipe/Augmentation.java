package org.robustest.reference.recipe;

import java.util.HashMap;
import java.util.Map;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Copies of recordings with another gain of each lead and with noise, so that a few hundred are not learnt by heart. */
final class Augmentation {

    /** The tag that tells which copy a sample is, from 1. */
    static final String COPY = "copy";

    private static final double SMALLEST_GAIN = 0.6;
    private static final double LARGEST_NOISE = 0.05;

    private Augmentation() {}

    /**
     * Returns the samples and copies of them, which have ids such as {@code cpsc2018/A0002#1}. Each copy depends on the seed,
     * the id and its number alone. Values stay from −1 to 1.
     */
    static Samples of(Samples samples, int copies, long seed) {
        Samples.Builder all =
                Samples.builder(samples.shape(), samples.classNames()).within(-1, 1);
        for (Sample sample : samples) {
            all.add(sample.id(), sample.input(), sample.label(), sample.tags());
            for (int copy = 1; copy <= copies; copy++) {
                Map<String, String> tags = new HashMap<>(sample.tags());
                tags.put(COPY, String.valueOf(copy));
                RandomStream random = RandomStream.of(seed, "augmentation", sample.id(), copy);
                all.add(
                        sample.id() + '#' + copy,
                        altered(sample.input(), samples.shape(), random),
                        sample.label(),
                        tags);
            }
        }
        return all.build();
    }

    private static float[] altered(float[] input, Shape shape, RandomStream random) {
        int length = shape.dimension(1);
        for (int lead = 0; lead < shape.dimension(0); lead++) {
            double gain = SMALLEST_GAIN + (1 - SMALLEST_GAIN) * random.nextDouble();
            double noise = LARGEST_NOISE * random.nextDouble();
            for (int i = lead * length; i < (lead + 1) * length; i++) {
                double value = gain * input[i] + noise * (2 * random.nextDouble() - 1);
                input[i] = (float) Math.max(-1, Math.min(1, value));
            }
        }
        return input;
    }
}
