package org.robustest.training;

import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** Two augmentations in turn, which draw from the same stream. */
record AugmentationChain(Augmentation first, Augmentation next) implements Augmentation {

    @Override
    public float[] change(Sample sample, RandomStream random) {
        return next.change(sample.withInput(sample.shape(), first.change(sample, random)), random);
    }

    @Override
    public String toString() {
        return first + ", then " + next;
    }
}
