package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBeAtLeastAsRobust.shouldBeAtLeastAsRobust;
import static org.robustest.assertions.error.ShouldHaveEnoughSamples.shouldHaveEnoughSamples;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;
import org.robustest.statistics.McNemarTest;

class IsAtLeastAsRobustAsTest {

    private final Samples samples = Line.twenty();

    @Test
    void passesForTheSameModelAndForALessRobustOne() {
        assertThat(Line.MODEL).on(samples).under(linf(0.6)).isAtLeastAsRobustAs(Line.MODEL);
        assertThat(Line.REPAIRED).on(samples).under(linf(0.6)).isAtLeastAsRobustAs(Line.MODEL);
    }

    @Test
    void failsForAModelThatIsMoreRobust() {
        RobustnessResult own = evaluation().evaluate(samples, linf(0.6));
        RobustnessResult other =
                RobustnessEvaluation.of(Line.REPAIRED).withAttack(new OneStep()).evaluate(samples, linf(0.6));
        List<String> lost = IntStream.range(0, 10).mapToObj(i -> "near " + i).toList();
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(samples)
                        .attackedBy(new OneStep())
                        .under(linf(0.6))
                        .isAtLeastAsRobustAs(Line.REPAIRED))
                .withMessageStartingWith(shouldBeAtLeastAsRobust(own, other, lost, new McNemarTest(0, 10), 0.95)
                        .create())
                .withMessageContaining("written to:");
    }

    @Test
    void saysOfWhichModelNothingCanBeConcluded() {
        DifferentiableClassifier alwaysLeft =
                Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {0, 0}, new float[] {1, 0})));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(Line.MODEL).on(samples).under(linf(0.1)).isAtLeastAsRobustAs(alwaysLeft))
                .withMessageStartingWith("[the other model] Inconclusive");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(alwaysLeft).on(samples).under(linf(0.1)).isAtLeastAsRobustAs(Line.MODEL))
                .withMessageStartingWith("Inconclusive");
    }

    /** Of 5 samples on which they differ all have to fall to one side: 1/32 is below 0.05, and 1/16 is above. */
    @Test
    void failsFromFiveLosesOnAndNotBefore() {
        Samples five = samples.where(sample -> sample.id().matches("near [0-4]|far .*"));
        Samples four = samples.where(sample -> sample.id().matches("near [0-3]|far .*"));
        assertThat(Line.MODEL).on(four).under(linf(0.6)).isAtLeastAsRobustAs(Line.REPAIRED);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(
                        () -> assertThat(Line.MODEL).on(five).under(linf(0.6)).isAtLeastAsRobustAs(Line.REPAIRED));
    }

    @Test
    void doesNotPassOnTooFewSamplesToFail() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(Line.allCorrect())
                        .under(linf(0.1))
                        .isAtLeastAsRobustAs(Line.MODEL))
                .withMessage(shouldHaveEnoughSamples(4, 0.95).create());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 95, Double.NaN})
    void refusesWhatIsNoConfidence(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(samples)
                        .under(linf(0.1))
                        .isAtLeastAsRobustAs(Line.MODEL, confidence));
    }

    private static RobustnessEvaluation evaluation() {
        return RobustnessEvaluation.of(Line.MODEL).withAttack(new OneStep());
    }
}
