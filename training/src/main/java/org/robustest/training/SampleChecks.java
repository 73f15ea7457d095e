package org.robustest.training;

import org.robustest.network.Network;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Refuses samples that a network cannot learn. */
final class SampleChecks {

    private SampleChecks() {}

    /**
     * Checks samples.
     *
     * @throws IllegalArgumentException if there is none, they do not fit the network, or a value is not finite
     */
    static void requireLearnable(Samples samples, Network network) {
        if (!network.inputShape().matches(samples.shape())) {
            throw new IllegalArgumentException("the model takes inputs of shape " + network.inputShape()
                    + ", but the samples have shape " + samples.shape());
        }
        if (network.classCount() != samples.classNames().size()) {
            throw new IllegalArgumentException(
                    "the model has " + network.classCount() + " outputs, but the samples have "
                            + samples.classNames().size() + " classes: " + samples.classNames());
        }
        if (samples.size() == 0) {
            throw new IllegalArgumentException("training needs samples, but there was none");
        }
        samples.forEach(SampleChecks::requireFinite);
    }

    private static void requireFinite(Sample sample) {
        float[] input = sample.input();
        for (int i = 0; i < input.length; i++) {
            if (!Float.isFinite(input[i])) {
                throw new IllegalArgumentException("value " + i + " of sample \"" + sample.id() + "\" is " + input[i]
                        + ", from which nothing can be learned; repair the sample or leave it out");
            }
        }
    }
}
