package org.robustest.assertions;

import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Samples;

/** Assertions on a model that has still to be told the samples. */
public class ClassifierAssert extends AbstractRobustnessAssert<ClassifierAssert, Classifier> {

    /**
     * Creates an assertion.
     *
     * @param actual the model
     */
    public ClassifierAssert(Classifier actual) {
        super(actual, ClassifierAssert.class);
    }

    /**
     * Names the samples that the model is tested on.
     *
     * @param samples the samples; the range that they declare, if any, restricts a perturbation set that has none
     * @return the assertion on these samples
     * @throws AssertionError if the model is null
     */
    @CheckReturnValue
    public ClassifierOnSamplesAssert on(Samples samples) {
        return next(actual, model -> new ClassifierOnSamplesAssert(model, samples, AttackSettings.USUAL));
    }
}
