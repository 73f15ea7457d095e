package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.attack.Apgd;
import org.robustest.attack.Budget;
import org.robustest.attack.Cascade;
import org.robustest.attack.Fmn;
import org.robustest.attack.NearestClasses;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Samples;

/** The same as AssertJ assertions, in any test of any framework. */
class AssertionsTest {

    private static final Samples BEATS = SyntheticEcg.withDefaults().withSeed(2).beats(40);
    private static final DifferentiableClassifier MODEL = SyntheticBeatsTest.model();

    @Test
    void ventricular_beats_remain_correct_under_a_little_noise() {
        assertThat(MODEL)
                .on(BEATS.where(beat -> beat.label() == BEATS.label("V")))
                .remainsCorrectUnder(linf(0.005).within(0, 1));
    }

    @Test
    void most_beats_withstand_a_little_noise() {
        assertThat(MODEL).on(BEATS).under(linf(0.005).within(0, 1)).hasRobustAccuracyOfAtLeast(0.75);
    }

    @Test
    void noise_of_bounded_energy_is_searched_for_longer_than_usual() {
        assertThat(MODEL)
                .on(BEATS)
                .attackedBy(Cascade.of(
                        NearestClasses.withDefaults().withSteps(200),
                        Fmn.withDefaults(),
                        Apgd.withDefaults().withRestarts(10)))
                .under(l2(0.02).within(0, 1))
                .hasRobustAccuracyOfAtLeast(0.75);
    }

    @Test
    void an_attack_ends_when_its_budget_is_spent() {
        assertThat(MODEL)
                .on(BEATS)
                .attackedBy(Cascade.standard().within(Budget.ofBackwards(100)))
                .under(linf(0.005).within(0, 1))
                .hasRobustAccuracyOfAtLeast(0.75);
    }
}
