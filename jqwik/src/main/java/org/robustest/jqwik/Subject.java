package org.robustest.jqwik;

import java.util.Optional;
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

    /** Returns what the gradients of the model say, if it has any. */
    Optional<Guide> guide() {
        return model.filter(DifferentiableClassifier.class::isInstance)
                .map(each -> new Guide((DifferentiableClassifier) each));
    }
}
