package org.robustest.assertions;

import static org.robustest.assertions.BDDRobustnessAssertions.then;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.transformation.Transformations.amplitudeScale;
import static org.robustest.transformation.Transformations.leadInversion;

import org.robustest.attack.Apgd;
import org.robustest.attack.Budget;
import org.robustest.transformation.TransformationResult;

/** The examples of the Javadoc that pass; {@link JavadocExamplesTest} runs them. */
final class PassingExamples extends ExampleFixture {

    @Example
    void abstractResultAssert_isConclusive() {
        assertThat(evaluation.evaluate(samples, linf(0.1))).isConclusive();
    }

    @Example
    void abstractResultAssert_remainsCorrect() {
        assertThat(model).on(samples).under(linf(0.4)).remainsCorrect();
    }

    @Example
    void abstractResultAssert_hasRobustAccuracyOfAtLeast() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.5);
    }

    @Example
    void abstractResultAssert_isCertifiedForAtLeast() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).isCertifiedForAtLeast(0.5);
    }

    @Example
    void abstractResultAssert_forClass() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
    }

    @Example
    void abstractResultAssert_forTag() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).forTag("patient", "7").hasRobustAccuracyOfAtLeast(0.5);
    }

    @Example
    void abstractResultAssert_forEachClass() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.5));
    }

    @Example
    void abstractResultAssert_forEachTag() {
        assertThat(model)
                .on(nearAndFar)
                .under(linf(0.6))
                .forEachTag("patient", each -> each.hasRobustAccuracyOfAtLeast(0.5));
    }

    @Example
    void abstractResultAssert_worst() {
        assertThat(model).on(samples).under(linf(0.6)).worst().distance().isGreaterThanOrEqualTo(0.5);
    }

    @Example
    void abstractRobustnessAssert_because() {
        assertThat(model).on(samples).because("noise is no diagnosis").remainsCorrectUnder(linf(0.4));
    }

    @Example
    void bDDRobustnessAssertions_then() {
        then(model).on(samples).remainsCorrectUnder(linf(0.4));
    }

    @Example
    void classifierOnSamplesAssert_attackedBy() {
        assertThat(model)
                .on(samples)
                .attackedBy(Apgd.withDefaults().withRestarts(10))
                .remainsCorrectUnder(linf(0.01));
    }

    @Example
    void classifierOnSamplesAssert_within() {
        assertThat(model).on(samples).within(Budget.ofBackwards(100)).remainsCorrectUnder(linf(0.01));
    }

    @Example
    void classifierOnSamplesAssert_seededBy() {
        assertThat(model).on(samples).seededBy(42).remainsCorrectUnder(linf(0.01));
    }

    @Example
    void classifierOnSamplesAssert_under() {
        assertThat(model).on(samples).under(linf(0.4).within(-1, 1)).hasRobustAccuracyOfAtLeast(0.55);
    }

    @Example
    void classifierOnSamplesAssert_under2() {
        assertThat(model).on(samples).under(epsilon -> linf(epsilon)).hasMedianMinimumPerturbationOfAtLeast(0.4);
    }

    @Example
    void classifierOnSamplesAssert_remainsCorrectUnder() {
        assertThat(model).on(samples).remainsCorrectUnder(linf(0.4));
    }

    @Example
    void classifierUnderGrowingPerturbationAssert_hasMedianMinimumPerturbationOfAtLeast() {
        assertThat(model).on(samples).under(epsilon -> linf(epsilon)).hasMedianMinimumPerturbationOfAtLeast(0.4);
    }

    @Example
    void classifierUnderPerturbationAssert_isNotBrokenWithin() {
        assertThat(model).on(samples).under(linf(0.4)).isNotBrokenWithin(Budget.ofForwards(100));
    }

    @Example
    void classifierUnderPerturbationAssert_isAtLeastAsRobustAs() {
        assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(model);
    }

    @Example
    void classifierUnderPerturbationAssert_isAtLeastAsRobustAs2() {
        assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(model, 0.8);
    }

    @Example
    void counterexampleAssert_breaks() {
        assertThat(counterexample).breaks(model);
    }

    @Example
    void counterexampleAssert_doesNotBreak() {
        assertThat(counterexample).doesNotBreak(repaired);
    }

    @Example
    void counterexampleAssert_liesIn() {
        assertThat(counterexample).liesIn(linf(0.6));
    }

    @Example
    void counterexampleAssert_distance() {
        assertThat(counterexample).distance().isBetween(0.5, 0.6);
    }

    @Example
    void counterexampleAssert_margin() {
        assertThat(counterexample).margin().isNotPositive();
    }

    @Example
    void counterexampleAssert_input() {
        assertThat(counterexample).input().hasSize(1);
    }

    @Example
    void noiseToSignalRatioAssert_forAtLeast() {
        assertThat(model)
                .on(samples)
                .under(linf(0.4))
                .hasNoiseToSignalRatioBelow(0.8)
                .forAtLeast(0.9);
    }

    @Example
    void robustAccuracyAssert_withConfidence() {
        assertThat(model)
                .on(twenty)
                .under(linf(0.4))
                .hasRobustAccuracyOfAtLeast(0.86)
                .withConfidence(0.95);
    }

    @Example
    void robustnessAssertions_assertThat() {
        assertThat(model).on(samples).remainsCorrectUnder(linf(0.01).within(-1, 1));
        assertThat(model).on(samples).under(linf(0.05).within(-1, 1)).hasRobustAccuracyOfAtLeast(0.55);
    }

    @Example
    void robustnessAssertions_assertThat2() {
        assertThat(result).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
    }

    @Example
    void robustnessAssertions_assertThat3() {
        assertThat(curve).hasAreaOfAtLeast(0.5);
    }

    @Example
    void robustnessAssertions_assertThat4() {
        assertThat(counterexample).doesNotBreak(repaired);
    }

    @Example
    void robustnessCurveAssert_satisfiesCurve() {
        assertThat(model)
                .on(nearAndFar)
                .under(epsilon -> linf(epsilon))
                .at(0.4, 0.6)
                .satisfiesCurve(epsilon -> 1 - epsilon);
    }

    @Example
    void robustnessCurveAssert_hasAreaOfAtLeast() {
        assertThat(model)
                .on(nearAndFar)
                .under(epsilon -> linf(epsilon))
                .at(0.4, 0.6)
                .hasAreaOfAtLeast(0.9);
    }

    @Example
    void robustnessCurveAssert_last() {
        assertThat(model)
                .on(samples)
                .under(epsilon -> linf(epsilon))
                .at(0.1, 0.4)
                .last()
                .remainsCorrect();
    }

    @Example
    void robustnessSoftAssertions_RobustnessSoftAssertions() {
        RobustnessSoftAssertions softly = new RobustnessSoftAssertions();
        softly.assertThat(model).on(samples).under(linf(0.4)).remainsCorrect().isCertifiedForAtLeast(0.5);
        softly.assertThat(samples).hasSize(2);
        softly.assertAll();
    }

    @Example
    void transformationResultAssert_isInvariantForAtLeast() {
        assertThat(model).on(samples).transformedBy(amplitudeScale(2)).isInvariantForAtLeast(0.95);
    }

    @Example
    void transformationResultAssert_isEquivariantForAtLeast() {
        assertThat(model).on(samples).transformedBy(leadInversion(0)).isEquivariantForAtLeast(1, this::opposite);
    }

    @Example
    void transformationResultAssert_hasAccuracyOfAtLeast() {
        assertThat(model).on(samples).transformedBy(amplitudeScale(2)).hasAccuracyOfAtLeast(0.95);
    }

    @Example
    void classifierOnSamplesAssert_isInvariantTo() {
        assertThat(model).on(samples).isInvariantTo(amplitudeScale(2));
    }

    @Example
    void classifierOnSamplesAssert_isEquivariantTo() {
        assertThat(model).on(samples).isEquivariantTo(leadInversion(0), this::opposite);
    }

    @Example
    void robustnessAssertions_assertThatTransformationResult() {
        assertThat(TransformationResult.of(model, samples, amplitudeScale(2), 0))
                .hasAccuracyOfAtLeast(0.95);
    }
}
