package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveMedianMinimumPerturbation.shouldHaveMedianMinimumPerturbationOfAtLeast;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.samples.Samples;

class HasMedianMinimumPerturbationOfAtLeastTest {

    /** The radii are 0.5, 0.5, 1.5 and 1.5, so that half of the samples are broken by 0.5. */
    private final Samples even = Line.allCorrect();

    /** The radii are 0.5, 1.5 and 1.5. */
    private final Samples odd = even.where(sample -> !sample.id().equals("near left"));

    @Test
    void passesUpToTheMedian() {
        requireMedian(even, 0.499);
        requireMedian(odd, 1.499);
    }

    @Test
    void failsAboveTheMedian() {
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(Line.MODEL).withAttack(new OneStep());
        double median = evaluation.minimumPerturbations(even, epsilon -> linf(epsilon), 0.6, 10).stream()
                .mapToDouble(minimum -> minimum.broken())
                .min()
                .orElseThrow();
        assertThat(median).isBetween(0.5, 0.5006);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> requireMedian(even, 0.6))
                .withMessageStartingWith(shouldHaveMedianMinimumPerturbationOfAtLeast(
                                0.6,
                                median,
                                evaluation.minimumPerturbations(even, epsilon -> linf(epsilon), 0.6, 10),
                                evaluation.evaluate(even, linf(0.6)))
                        .create())
                .withMessageContaining("written to:");
        assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> requireMedian(odd, 1.6));
    }

    @Test
    void countsAMisclassifiedSampleAsBrokenByNothing() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> requireMedian(Line.oneMisclassified(), 0.1))
                .withMessageContaining("half of the 2 samples are broken by 0.000 or less");
    }

    @Test
    void doesNotPassOnNoSamples() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> requireMedian(Line.samples().build(), 0.1))
                .withMessageContaining("There are no samples");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesASizeThatIsNone(double size) {
        assertThatIllegalArgumentException().isThrownBy(() -> requireMedian(even, size));
    }

    private static void requireMedian(Samples samples, double size) {
        assertThat(Line.MODEL)
                .on(samples)
                .attackedBy(new OneStep())
                .under(epsilon -> linf(epsilon))
                .hasMedianMinimumPerturbationOfAtLeast(size);
    }
}
