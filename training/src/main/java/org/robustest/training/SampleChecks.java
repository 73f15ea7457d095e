package org.robustest.training;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

    /**
     * Looks for samples of a validation that are learned too, under whatever id: what is measured on these says little about
     * others.
     *
     * @return a remark, if there is one
     */
    static Optional<String> remarkOnLeak(Samples validation, Samples learned) {
        Set<String> inputs = inputs(learned).collect(Collectors.toSet());
        long common = inputs(validation).filter(inputs::contains).count();
        return common == 0
                ? Optional.empty()
                : Optional.of(common + " of the " + validation.size() + " validation samples are among those that are"
                        + " learned, so that the model will look better on them than on others; validate on samples that"
                        + " it does not learn");
    }

    private static Stream<String> inputs(Samples samples) {
        return StreamSupport.stream(samples.spliterator(), false).map(Fingerprint::ofInput);
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
