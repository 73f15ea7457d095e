package org.robustest.training;

import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** Multiplies all values by one random number from {@code 1 - spread} to {@code 1 + spread}. */
record RandomGain(double spread) implements Augmentation {

    @Override
    public float[] change(Sample sample, RandomStream random) {
        float gain = (float) (1 + spread * (2 * random.nextDouble() - 1));
        float[] input = sample.input();
        for (int i = 0; i < input.length; i++) {
            input[i] *= gain;
        }
        return input;
    }
}
