package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracy.shouldHaveRobustAccuracyOfAtLeast;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;

class ForTagTest {

    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);

    @Test
    void looksAtTheSamplesWithThatTagAlone() {
        assertThat(half).forTag("patient", "7").hasRobustAccuracyOfAtLeast(0.5);
        RobustnessResult patient = half.where(sample -> "7".equals(sample.tags().get("patient")));
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(half).forTag("patient", "7").hasRobustAccuracyOfAtLeast(0.6))
                .withMessage("[patient 7] "
                        + shouldHaveRobustAccuracyOfAtLeast(patient, 0.6).create());
    }

    @Test
    void doesNotPassWhenNoSampleHasThatTag() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(half).forTag("patient", "9").hasRobustAccuracyOfAtLeast(0))
                .withMessageContaining("There are no samples");
    }

    @Test
    void namesTheTagsThatThereAreWhereOneIsMisspelt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(half).forTag("pateint", "7").hasRobustAccuracyOfAtLeast(0))
                .withMessageStartingWith("no sample has the tag \"pateint\"; the tags are [patient].");
    }
}
