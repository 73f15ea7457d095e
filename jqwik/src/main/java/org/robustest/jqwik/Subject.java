package org.robustest.jqwik;

import java.util.Optional;
import net.jqwik.api.JqwikException;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * What a parameter is about.
 *
 * @param samples the samples that it may be
 * @param set the perturbations of them
 * @param model the model, if there is one
 */
record Subject(Samples samples, PerturbationSet set, Optional<Classifier> model) {

    Subject {
        model.ifPresent(each -> requireFit(each, samples));
    }

    private static void requireFit(Classifier model, Samples samples) {
        if (!model.inputShape().matches(samples.shape())
                || model.classCount() != samples.classNames().size()) {
            throw new JqwikException("the model takes inputs of shape " + model.inputShape() + " and has "
                    + model.classCount() + " outputs, but the samples have shape " + samples.shape()
                    + " and the classes "
                    + samples.classNames());
        }
    }

    /** Returns what the gradients of the model say, if it has any. */
    Optional<Guide> guide() {
        return model.filter(DifferentiableClassifier.class::isInstance)
                .map(each -> new Guide((DifferentiableClassifier) each));
    }
}
