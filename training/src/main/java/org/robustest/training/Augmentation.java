package org.robustest.training;

import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * How a sample is changed each time that it is learned, such as by another gain or by noise, so that few samples are not learned
 * by heart. Immutable, and safe for use by several threads at once.
 *
 * <p>Its {@code toString} names its settings: by that a checkpoint knows whether it is of the same training, so that of a lambda,
 * which differs from run to run, does not do there.
 *
 * <pre>{@code
 * Trainer.of(model).withAugmentation(gain.then(noise)).fit(recordings, epochs(60));
 * }</pre>
 */
@FunctionalInterface
public interface Augmentation {

    /**
     * Changes a sample.
     *
     * @param sample the sample
     * @param random the only source of chance, another one for each time that the sample is learned
     * @return the changed input, row-major {@code [C, L]}, of the sample's shape, in the range that the samples declare
     */
    float[] change(Sample sample, RandomStream random);

    /**
     * Returns this augmentation and another one after it.
     *
     * @param next what is done to the samples that this augmentation has changed
     * @return both
     */
    default Augmentation then(Augmentation next) {
        return new AugmentationChain(this, next);
    }
}
