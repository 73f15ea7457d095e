package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.RobustnessSoftAssertions.assertRobustnessSoftly;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.transformation.Transformations.muscleNoise;
import static org.robustest.transformation.Transformations.timeShift;

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

    @Test
    void every_class_withstands_a_little_noise_and_the_worst_case_is_looked_at() {
        assertThat(MODEL)
                .on(BEATS)
                .because("no class of beats may be left to chance")
                .under(linf(0.005).within(0, 1))
                .forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.5));
    }

    @Test
    void accuracy_falls_slowly_with_the_noise() {
        assertThat(MODEL)
                .on(BEATS)
                .under(epsilon -> linf(epsilon).within(0, 1))
                .at(0.002, 0.005)
                .satisfiesCurve(epsilon -> 0.9 - 30 * epsilon);
    }

    @Test
    void everyday_noise_changes_few_diagnoses() {
        assertThat(MODEL)
                .on(BEATS)
                .seededBy(7)
                .transformedBy(muscleNoise(24, 125).within(0, 1))
                .isInvariantForAtLeast(0.8)
                .hasAccuracyOfAtLeast(0.8);
    }

    @Test
    void all_failures_are_reported_together() {
        assertRobustnessSoftly(softly -> {
            softly.assertThat(MODEL).on(BEATS).under(linf(0.002).within(0, 1)).hasRobustAccuracyOfAtLeast(0.8);
            softly.assertThat(MODEL)
                    .on(BEATS)
                    .transformedBy(timeShift(1).within(0, 1))
                    .hasAccuracyOfAtLeast(0.5);
        });
    }
}
