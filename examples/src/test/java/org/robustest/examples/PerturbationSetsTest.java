package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.bandLimited;
import static org.robustest.perturbation.Perturbations.baselineWander;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.leadGain;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.muscleNoise;
import static org.robustest.perturbation.Perturbations.perSample;
import static org.robustest.perturbation.Perturbations.powerLine;
import static org.robustest.perturbation.Perturbations.smooth;
import static org.robustest.perturbation.Perturbations.timeShift;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.Mask;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.SmoothingKernel;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** What the adversary may do, beyond the balls of a norm. */
class PerturbationSetsTest {

    private static final Samples BEATS = SyntheticEcg.withDefaults().withSeed(2).beats(2);
    private static final DifferentiableClassifier MODEL = SyntheticBeatsTest.model();

    @Test
    void noise_after_the_qrs_complex_changes_few_answers() {
        assertThat(MODEL).on(BEATS).under(linf(0.01).between(20, 187)).hasRobustAccuracyOfAtLeast(0.75);
    }

    @Test
    void a_mask_joins_pieces_of_time() {
        assertThat(MODEL)
                .on(BEATS)
                .under(linf(0.01).where(Mask.between(0, 10).or(Mask.between(60, 120))))
                .hasRobustAccuracyOfAtLeast(0.75);
    }

    @Test
    void the_bound_may_depend_on_the_sample() {
        PerturbationSet set = perSample("a hundredth of the peak", 0.01, beat -> linf(0.01 * peak(beat)));
        assertThat(MODEL).on(BEATS).under(set).hasRobustAccuracyOfAtLeast(0.75);
    }

    private static double peak(Sample beat) {
        double peak = 0;
        for (float value : beat.input()) {
            peak = Math.max(peak, value);
        }
        return peak;
    }

    @Test
    void smooth_noise_that_no_cardiologist_would_see_changes_few_answers() {
        assertThat(MODEL).on(BEATS).under(smooth(0.01)).hasRobustAccuracyOfAtLeast(0.75);
    }

    @Test
    void noise_that_is_smooth_by_other_kernels_changes_few_answers() {
        assertThat(MODEL)
                .on(BEATS)
                .under(smooth(0.01, SmoothingKernel.gaussian(15, 3)))
                .hasRobustAccuracyOfAtLeast(0.75);
    }

    @Test
    void small_changes_of_bounded_energy_change_few_answers() {
        assertThat(MODEL).on(BEATS).under(linf(0.01).and(l2(0.05))).hasRobustAccuracyOfAtLeast(0.75);
    }

    static Stream<PerturbationSet> faults() {
        return Stream.of(
                baselineWander(0.03, 125),
                powerLine(0.1, 50, 125),
                muscleNoise(0.01, 125),
                bandLimited(0.1, 0, 5, 125),
                leadGain(0.2),
                timeShift(1));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faults_of_a_recorder_change_few_answers(PerturbationSet fault) {
        assertThat(MODEL).on(BEATS).under(fault).hasRobustAccuracyOfAtLeast(0.75);
    }
}
