package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;

class ForClassTest {

    /** Of class "left" the only sample stands; of class "right" one of two does. */
    private final RobustnessResult result =
            Line.evaluate(Line.allCorrect().where(sample -> !sample.id().equals("near left")), 0.6);

    @Test
    void looksAtTheSamplesOfThatClassAlone() {
        assertThat(result).forClass("left").remainsCorrect();
        assertThat(result).forClass("right").hasRobustAccuracyOfAtLeast(0.5);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(result).forClass("right").hasRobustAccuracyOfAtLeast(0.6));
    }

    @Test
    void namesTheClassInTheMessage() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(result).forClass("right").remainsCorrect())
                .withMessageStartingWith("[class right] ");
    }

    @Test
    void keepsTheDescriptionOfTheUser() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(
                        () -> assertThat(result).as("nightly").forClass("right").remainsCorrect())
                .withMessageStartingWith("[nightly, class right] ");
    }

    @Test
    void saysWhatTheUserWantsItToSay() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(result)
                        .withFailMessage("not safe enough")
                        .forClass("right")
                        .remainsCorrect())
                .withMessageEndingWith("not safe enough");
    }

    @Test
    void doesNotPassWhenThereIsNoSampleOfThatClass() {
        RobustnessResult onlyLeft = Line.evaluate(Line.allCorrect().where(sample -> sample.label() == 0), 0.1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(onlyLeft).forClass("right").hasRobustAccuracyOfAtLeast(0))
                .withMessageContaining("There are no samples");
    }

    @Test
    void refusesAClassThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(result).forClass("middle").remainsCorrect())
                .withMessageContaining("[left, right]");
    }
}
