package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBeCertified.shouldBeCertifiedForAtLeast;
import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;

class IsCertifiedForAtLeastTest {

    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);

    @Test
    void passesWhenTheShareIsExactlyTheOneRequired() {
        assertThat(half).isCertifiedForAtLeast(0.5);
    }

    @Test
    void failsWhenLessIsProved() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(half).isCertifiedForAtLeast(0.51))
                .withMessage(shouldBeCertifiedForAtLeast(half, 0.51).create())
                .satisfies(error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(0.51);
                    assertThat(error.getActual().getValue()).isEqualTo(0.5);
                });
    }

    @Test
    void doesNotPassOnNoSamples() {
        RobustnessResult nothing = Line.evaluate(Line.samples().build(), 0.6);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(nothing).isCertifiedForAtLeast(0))
                .withMessage(shouldBeConclusive(nothing).create());
    }

    @Test
    void refusesAThresholdThatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> assertThat(half).isCertifiedForAtLeast(1.01));
    }
}
