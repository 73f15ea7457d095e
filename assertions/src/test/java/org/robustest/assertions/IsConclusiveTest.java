package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;

import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

class IsConclusiveTest {

    @Test
    void passesOnAResultWithoutObstacles() {
        assertThat(Line.evaluate(Line.oneMisclassified(), 0.1)).isConclusive();
    }

    @Test
    void failsOnNoSamples() {
        requireInconclusive(Line.samples().build(), "There are no samples");
    }

    @Test
    void failsWhenNoSampleIsClassifiedCorrectly() {
        requireInconclusive(
                Line.samples().add("mislabelled", new float[] {-1}, 1).build(), "No sample is classified correctly");
    }

    @Test
    void failsWhenAnInputLiesOutsideOfTheDeclaredRange() {
        requireInconclusive(
                Line.samples()
                        .within(0, 1)
                        .add("inside", new float[] {0.5F}, 1)
                        .add("outside", new float[] {1.5F}, 1)
                        .build(),
                "outside the declared range [0.0, 1.0]");
    }

    private static void requireInconclusive(Samples samples, String obstacle) {
        RobustnessResult result = Line.evaluate(samples, 0.1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(result).isConclusive())
                .withMessage(shouldBeConclusive(result).create())
                .withMessageStartingWith("Inconclusive")
                .withMessageContaining(obstacle);
    }
}
