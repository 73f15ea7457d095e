package org.robustest.training;

import org.robustest.classifier.Classifier;
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
    static void requireLearnable(Samples samples, Classifier network) {
        requireFitting(samples, network, "training", "samples");
    }

    /**
     * Checks the samples of a validation.
     *
     * @throws IllegalArgumentException as by {@link #requireLearnable}, or if their classes are not those that are learned
     */
    static void requireMeasurable(Samples samples, Samples learned, Classifier network) {
        requireFitting(samples, network, "validation", "validation samples");
        if (!samples.classNames().equals(learned.classNames())) {
            throw new IllegalArgumentException("the validation samples have the classes " + samples.classNames()
                    + ", but the samples to learn have " + learned.classNames()
                    + "; a label is a place in that list, so give both the same one");
        }
    }

    private static void requireFitting(Samples samples, Classifier network, String purpose, String name) {
        if (!network.inputShape().matches(samples.shape())) {
            throw new IllegalArgumentException("the model takes inputs of shape " + network.inputShape() + ", but the "
                    + name + " have shape " + samples.shape());
        }
        if (network.classCount() != samples.classNames().size()) {
            throw new IllegalArgumentException("the model has " + network.classCount() + " outputs, but the " + name
                    + " have " + samples.classNames().size() + " classes: " + samples.classNames());
        }
        if (samples.size() == 0) {
            throw new IllegalArgumentException(purpose + " needs samples, but there was none");
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
