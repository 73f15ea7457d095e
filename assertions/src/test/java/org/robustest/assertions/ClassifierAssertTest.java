package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldRemainCorrect.shouldRemainCorrect;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.attack.Budget;
import org.robustest.attack.Cascade;
import org.robustest.attack.Pgd;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class ClassifierAssertTest {

    private final DifferentiableClassifier model = Line.MODEL;
    private final Samples samples = Line.allCorrect();

    @Test
    void passesWhenNoSampleFallsUnderTheDefaultAttack() {
        assertThat(model).on(samples).remainsCorrectUnder(linf(0.4));
    }

    @Test
    void failsBeyondTheRadiusOfASample() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(model)
                        .on(samples)
                        .attackedBy(new OneStep())
                        .seededBy(7)
                        .remainsCorrectUnder(linf(0.6)))
                .withMessageStartingWith(
                        shouldRemainCorrect(Line.evaluate(samples, 0.6)).create());
    }

    @Test
    void findsTheExactRadiusOfAnAffineModel() {
        // w_y - w_j = (3, -1), b_y - b_j = 0.5, x = (1, 0.5): the radius is (3 - 0.5 + 0.5) / (3 + 1) = 0.75.
        DifferentiableClassifier affine =
                Network.sequential(Shape.of(2), List.of(Dense.of(new float[] {2, -1, -1, 0}, new float[] {0.5F, 0})));
        Samples one = Samples.builder(Shape.of(2), List.of("y", "j"))
                .add("x", new float[] {1, 0.5F}, 0)
                .build();
        assertThat(affine).on(one).remainsCorrectUnder(linf(0.749));
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(affine).on(one).remainsCorrectUnder(linf(0.751)));
    }

    @Test
    void keepsPerturbationsWithinTheRangeOfTheSet() {
        Samples right = samples.where(sample -> sample.label() == 1);
        assertThat(model).on(right).remainsCorrectUnder(linf(0.6).within(0.01, 2));
    }

    @Test
    void comparesTheShareOfSamplesThatStand() {
        assertThat(model)
                .on(samples)
                .under(linf(0.6))
                .hasRobustAccuracyOfAtLeast(0.5)
                .forClass("left")
                .hasRobustAccuracyOfAtLeast(0.5);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(model).on(samples).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.75));
    }

    @Test
    void attacksOnceForSeveralAssertions() {
        CountingAttack attack = new CountingAttack();
        assertThat(model)
                .on(samples)
                .attackedBy(attack)
                .under(linf(0.6))
                .hasRobustAccuracyOfAtLeast(0.25)
                .hasRobustAccuracyOfAtLeast(0.5);
        assertThat(attack.searches()).isEqualTo(samples.size());
    }

    @Test
    void refusesAThresholdThatIsNoShareBeforeItAttacks() {
        CountingAttack attack = new CountingAttack();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(model)
                        .on(samples)
                        .attackedBy(attack)
                        .under(linf(0.6))
                        .hasRobustAccuracyOfAtLeast(55));
        assertThat(attack.searches()).isZero();
    }

    @Test
    void isNotChangedByChoosingAnAttackOrASeed() {
        ClassifierOnSamplesAssert onSamples = assertThat(model).on(samples);
        ClassifierOnSamplesAssert changed = onSamples
                .attackedBy(Pgd.withDefaults().withRestarts(5))
                .seededBy(3)
                .within(Budget.ofForwards(7));
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> changed.remainsCorrectUnder(linf(0.6)))
                .withMessageContaining(Pgd.withDefaults().withRestarts(5).within(Budget.ofForwards(7)) + ", seed 3");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> onSamples.remainsCorrectUnder(linf(0.6)))
                .withMessageContaining(Cascade.standard() + ", seed 0");
    }

    @Test
    void saysWhichAttackAndSeedWereUsed() {
        Pgd pgd = Pgd.withDefaults().withRestarts(3);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(model)
                        .on(samples)
                        .attackedBy(pgd)
                        .seededBy(42)
                        .under(linf(0.6))
                        .remainsCorrect())
                .withMessageContaining(pgd + ", seed 42");
    }

    @Test
    void carriesTheDescriptionOfTheUserThroughEveryStage() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(model)
                        .as("release 7")
                        .on(samples)
                        .seededBy(1)
                        .remainsCorrectUnder(linf(0.6)))
                .withMessageStartingWith("[release 7] ");
    }

    @Test
    void givesTheReasonOfTheUserFirst() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(model)
                        .as("release 7")
                        .on(samples)
                        .because("a missed beat costs 100 % of a life")
                        .under(linf(0.6))
                        .forClass("left")
                        .remainsCorrect())
                .withMessageStartingWith(
                        "[release 7, because a missed beat costs 100 % of a life, class left] Expecting all of 2");
    }

    @Test
    void refusesAModelThatIsNull() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat((DifferentiableClassifier) null).on(samples).remainsCorrectUnder(linf(0.1)))
                .withMessageContaining("not to be null");
    }

    @Test
    void standsBesideTheAssertionsOfAssertJ() {
        assertThat("a text").isNotBlank();
        assertThat((Object) model).isNotNull();
    }
}
