package org.robustest.assertions;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.transformation.Transformations.amplitudeScale;
import static org.robustest.transformation.Transformations.leadInversion;

import org.robustest.attack.Budget;

/** The examples of the Javadoc that fail; {@link JavadocExamplesTest} runs them. */
final class FailingExamples extends ExampleFixture {

    @Example
    void abstractResultAssert_isConclusive() {
        assertThat(evaluation.evaluate(samples.where(sample -> false), linf(0.1)))
                .isConclusive();
    }

    @Example
    void abstractResultAssert_remainsCorrect() {
        assertThat(model).on(samples).under(linf(0.6)).remainsCorrect();
    }

    @Example
    void abstractResultAssert_hasRobustAccuracyOfAtLeast() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.75);
    }

    @Example
    void abstractResultAssert_isCertifiedForAtLeast() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).isCertifiedForAtLeast(0.75);
    }

    @Example
    void abstractResultAssert_forClass() {
        assertThat(model).on(onlyRight).under(linf(0.6)).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
    }

    @Example
    void abstractResultAssert_forTag() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).forTag("patient", "9").hasRobustAccuracyOfAtLeast(0.5);
    }

    @Example
    void abstractResultAssert_forEachClass() {
        assertThat(model).on(onlyRight).under(linf(0.6)).forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.5));
    }

    @Example
    void abstractResultAssert_forEachTag() {
        assertThat(model).on(nearAndFar).under(linf(0.6)).forEachTag("patient", each -> each.remainsCorrect());
    }

    @Example
    void abstractResultAssert_worst() {
        assertThat(model).on(samples).under(linf(0.4)).worst().distance().isGreaterThanOrEqualTo(0.5);
    }

    @Example
    void abstractRobustnessAssert_because() {
        assertThat(model).on(samples).because("noise is no diagnosis").remainsCorrectUnder(linf(0.6));
    }

    @Example
    void classifierOnSamplesAssert_remainsCorrectUnder() {
        assertThat(model).on(samples).remainsCorrectUnder(linf(0.6));
    }

    @Example
    void classifierUnderGrowingPerturbationAssert_hasMedianMinimumPerturbationOfAtLeast() {
        assertThat(model).on(samples).under(epsilon -> linf(epsilon)).hasMedianMinimumPerturbationOfAtLeast(0.6);
    }

    @Example
    void classifierUnderPerturbationAssert_isNotBrokenWithin() {
        assertThat(model).on(samples).under(linf(0.6)).isNotBrokenWithin(Budget.ofForwards(100));
    }

    @Example
    void classifierUnderPerturbationAssert_isAtLeastAsRobustAs() {
        assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(repaired);
    }

    @Example
    void classifierUnderPerturbationAssert_isAtLeastAsRobustAs2() {
        assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(repaired, 0.99);
    }

    @Example
    void counterexampleAssert_breaks() {
        assertThat(counterexample).breaks(repaired);
    }

    @Example
    void counterexampleAssert_doesNotBreak() {
        assertThat(counterexample).doesNotBreak(model);
    }

    @Example
    void counterexampleAssert_liesIn() {
        assertThat(counterexample).liesIn(linf(0.4));
    }

    @Example
    void noiseToSignalRatioAssert_forAtLeast() {
        assertThat(model)
                .on(samples)
                .under(linf(0.6))
                .hasNoiseToSignalRatioBelow(0.8)
                .forAtLeast(0.9);
    }

    @Example
    void robustAccuracyAssert_withConfidence() {
        assertThat(model)
                .on(twenty)
                .under(linf(0.4))
                .hasRobustAccuracyOfAtLeast(0.87)
                .withConfidence(0.95);
    }

    @Example
    void robustnessCurveAssert_satisfiesCurve() {
        assertThat(model)
                .on(nearAndFar)
                .under(epsilon -> linf(epsilon))
                .at(0.4, 0.6)
                .satisfiesCurve(epsilon -> 0.9);
    }

    @Example
    void robustnessCurveAssert_hasAreaOfAtLeast() {
        assertThat(model)
                .on(nearAndFar)
                .under(epsilon -> linf(epsilon))
                .at(0.4, 0.6)
                .hasAreaOfAtLeast(0.95);
    }

    @Example
    void transformationResultAssert_isInvariantForAtLeast() {
        assertThat(repaired).on(onlyRight).transformedBy(amplitudeScale(0.5)).isInvariantForAtLeast(0.95);
    }

    @Example
    void transformationResultAssert_isEquivariantForAtLeast() {
        assertThat(repaired).on(nearAndFar).transformedBy(leadInversion(0)).isEquivariantForAtLeast(1, this::opposite);
    }

    @Example
    void transformationResultAssert_hasAccuracyOfAtLeast() {
        assertThat(model).on(samples).transformedBy(leadInversion(0)).hasAccuracyOfAtLeast(0.95);
    }

    @Example
    void classifierOnSamplesAssert_isInvariantTo() {
        assertThat(model).on(samples).isInvariantTo(leadInversion(0));
    }

    @Example
    void classifierOnSamplesAssert_isEquivariantTo() {
        assertThat(model).on(samples).isEquivariantTo(amplitudeScale(2), this::opposite);
    }
}
