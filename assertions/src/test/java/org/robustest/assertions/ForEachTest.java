package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHoldForEach.shouldHoldForEach;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessResult;

class ForEachTest {

    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);

    @Test
    void passesWhenEveryPartDoesWhatIsRequired() {
        assertThat(half)
                .forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.5))
                .forEachTag("patient", each -> each.hasRobustAccuracyOfAtLeast(0.5));
    }

    @Test
    void failsForEachClassThatDoesNot() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(half).forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.6)))
                .withMessage(shouldHoldForEach(
                                half, "class", 2, failures(Map.of("left", failure("left"), "right", failure("right"))))
                        .create());
    }

    @Test
    void failsForEachPatientWhoseSamplesDoNot() {
        RobustnessResult result =
                Line.evaluate(Line.allCorrect().where(sample -> !sample.id().equals("near left")), 0.6);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(result).forEachTag("patient", each -> each.remainsCorrect()))
                .withMessageContaining("does not for 1 of 2")
                .withMessageContaining("patient 8: Expecting all of 2 samples to remain correct")
                .withMessageNotContaining("patient 7:");
    }

    @Test
    void failsForAClassWithoutSamples() {
        RobustnessResult onlyRight = Line.evaluate(Line.allCorrect().where(sample -> sample.label() == 1), 0.1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(onlyRight).forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0)))
                .withMessageContaining("class left: Inconclusive");
    }

    @Test
    void doesNotPassOnNoSamples() {
        RobustnessResult nothing = Line.evaluate(Line.samples().build(), 0.1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(nothing).forEachTag("patient", each -> each.isConclusive()))
                .withMessageContaining("There are no samples");
    }

    @Test
    void refusesATagThatNoSampleHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(half).forEachTag("ward", each -> each.isConclusive()))
                .withMessageContaining("[patient]");
    }

    private AssertionError failure(String className) {
        try {
            assertThat(half.forClass(className)).hasRobustAccuracyOfAtLeast(0.6);
        } catch (AssertionError failure) {
            return failure;
        }
        throw new IllegalStateException("it passed");
    }

    private static Map<String, AssertionError> failures(Map<String, AssertionError> unordered) {
        Map<String, AssertionError> ordered = new LinkedHashMap<>();
        unordered.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
