package org.robustest.assertions;

import org.assertj.core.api.InstanceOfAssertFactory;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.transformation.TransformationResult;

/** Leads from AssertJ's own assertions to those of Robustest, by {@code asInstanceOf} and {@code extracting}. */
public final class RobustnessAssertFactories {

    /** Leads to an assertion on a model. */
    public static final InstanceOfAssertFactory<Classifier, ClassifierAssert> CLASSIFIER =
            new InstanceOfAssertFactory<>(Classifier.class, ClassifierAssert::new);

    /** Leads to an assertion on what an evaluation found. */
    public static final InstanceOfAssertFactory<RobustnessResult, RobustnessResultAssert> ROBUSTNESS_RESULT =
            new InstanceOfAssertFactory<>(RobustnessResult.class, RobustnessResultAssert::new);

    /** Leads to an assertion on how accuracy falls with the size of the perturbation. */
    public static final InstanceOfAssertFactory<RobustnessCurve, RobustnessCurveAssert> ROBUSTNESS_CURVE =
            new InstanceOfAssertFactory<>(RobustnessCurve.class, RobustnessCurveAssert::new);

    /** Leads to an assertion on a counterexample. */
    public static final InstanceOfAssertFactory<Counterexample, CounterexampleAssert> COUNTEREXAMPLE =
            new InstanceOfAssertFactory<>(Counterexample.class, CounterexampleAssert::new);

    /** Leads to an assertion on what a model says of samples before and after a transformation. */
    public static final InstanceOfAssertFactory<TransformationResult, TransformationResultAssert>
            TRANSFORMATION_RESULT =
                    new InstanceOfAssertFactory<>(TransformationResult.class, TransformationResultAssert::new);

    private RobustnessAssertFactories() {}
}
