package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBeEquivariant.shouldBeEquivariantForAtLeast;
import static org.robustest.assertions.error.ShouldBeInvariant.shouldBeInvariantForAtLeast;
import static org.robustest.assertions.error.ShouldHaveAccuracy.shouldHaveAccuracyOfAtLeast;
import static org.robustest.assertions.error.ShouldTellOfTransformation.shouldTellOfTransformation;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.transformation.Transformations.amplitudeScale;
import static org.robustest.transformation.Transformations.leadInversion;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.samples.Samples;
import org.robustest.transformation.TransformationResult;

class TransformationResultAssertTest {

    private final Samples samples = Line.allCorrect();
    private final TransformationResult scaled = TransformationResult.of(Line.MODEL, samples, amplitudeScale(2), 3);
    private final TransformationResult inverted = TransformationResult.of(Line.MODEL, samples, leadInversion(0), 3);

    @Test
    void passesOnWhatIsTrue() {
        assertThat(scaled).isInvariantForAtLeast(1).hasAccuracyOfAtLeast(1);
        assertThat(inverted)
                .isEquivariantForAtLeast(1, TransformationResultAssertTest::opposite)
                .hasAccuracyOfAtLeast(0);
        assertThat(Line.MODEL)
                .on(samples)
                .isInvariantTo(amplitudeScale(2))
                .isEquivariantTo(leadInversion(0), TransformationResultAssertTest::opposite)
                .remainsCorrectUnder(linf(0.4));
    }

    @Test
    void failsWhenPredictionsChange() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(inverted).isInvariantForAtLeast(0.5))
                .withMessage(shouldBeInvariantForAtLeast(inverted, 0.5).create());
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL).on(samples).seededBy(3).isInvariantTo(leadInversion(0)))
                .withMessage(shouldBeInvariantForAtLeast(inverted, 1).create());
    }

    @Test
    void failsWhenPredictionsDoNotFollow() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(
                        () -> assertThat(scaled).isEquivariantForAtLeast(0.5, TransformationResultAssertTest::opposite))
                .withMessage(shouldBeEquivariantForAtLeast(scaled, 0.5, TransformationResultAssertTest::opposite)
                        .create());
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(samples)
                        .seededBy(3)
                        .isEquivariantTo(amplitudeScale(2), TransformationResultAssertTest::opposite))
                .withMessage(shouldBeEquivariantForAtLeast(scaled, 1, TransformationResultAssertTest::opposite)
                        .create());
    }

    @Test
    void failsWhenTooFewAreRight() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(inverted).hasAccuracyOfAtLeast(0.5))
                .withMessage(shouldHaveAccuracyOfAtLeast(inverted, 0.5).create());
    }

    @Test
    void doesNotPassWhenNothingWasTested() {
        TransformationResult nothing = TransformationResult.of(Line.MODEL, samples, amplitudeScale(1), 3);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(nothing).isInvariantForAtLeast(0))
                .withMessage(shouldTellOfTransformation(nothing).create());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(Line.samples().build())
                        .transformedBy(amplitudeScale(2))
                        .hasAccuracyOfAtLeast(0))
                .withMessageContaining("There are no samples");
    }

    @Test
    void refusesWhatIsNoShareOrNoClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(scaled).isInvariantForAtLeast(95))
                .withMessageEndingWith("write 0.95 for percent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(scaled).isEquivariantForAtLeast(1, name -> "up"))
                .withMessageContaining("\"up\"");
    }

    private static String opposite(String className) {
        return className.equals("left") ? "right" : "left";
    }
}
