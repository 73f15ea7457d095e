package org.robustest.assertions;

import org.assertj.core.api.AbstractAssert;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Samples;

/** Assertions on a model that has still to be told the samples. */
public class ClassifierAssert extends AbstractAssert<ClassifierAssert, DifferentiableClassifier> {

    /**
     * Creates an assertion.
     *
     * @param actual the model
     */
    public ClassifierAssert(DifferentiableClassifier actual) {
        super(actual, ClassifierAssert.class);
    }

    /**
     * Names the samples that the model is tested on.
     *
     * @param samples the samples; the range that they declare, if any, restricts a perturbation set that has none
     * @return the assertion on these samples
     * @throws AssertionError if the model is null
     */
    public ClassifierOnSamplesAssert on(Samples samples) {
        isNotNull();
        return extracting(model -> model, model -> ClassifierOnSamplesAssert.withDefaults(model, samples));
    }
}
