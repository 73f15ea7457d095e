package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.SampleExample.uniform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

class IntersectionTest {

    private static final Shape SHAPE = Shape.of(12);

    private final RandomStream random = RandomStream.of(16, "intersection tests");

    @ParameterizedTest
    @EnumSource(names = {"L1", "L2"})
    void a_point_lies_in_the_intersection_exactly_if_it_lies_in_both(Norm norm) {
        int inside = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            Sample sample = SampleExample.drawn(SHAPE, random);
            NormBall cap = linf(0.125).within(0, 1);
            NormBall ball = norm.ball(norm == Norm.L1 ? 0.75 : 0.25);
            float[] point = sample.input();
            cap.around(sample).draw(point, random);
            if (trial % 3 == 0) {
                ball.around(sample).project(point);
            }
            boolean both =
                    cap.around(sample).contains(point) && ball.around(sample).contains(point);
            assertThat(cap.and(ball).around(sample).contains(point)).isEqualTo(both);
            assertThat(ball.and(cap).around(sample).contains(point)).isEqualTo(both);
            inside += both ? 1 : 0;
        }
        assertThat(inside).isBetween(200, 1_800);
    }

    /** Dykstra's algorithm: projections onto the two sets in turns, which converge to that onto their intersection. */
    @ParameterizedTest
    @EnumSource(names = {"L1", "L2"})
    void the_projection_is_that_which_alternating_projections_converge_to(Norm norm) {
        for (int trial = 0; trial < 30; trial++) {
            Sample sample = SampleExample.drawn(SHAPE, random);
            Region cap = linf(0.125).within(0, 1).around(sample);
            Region ball = norm.ball(0.3).around(sample);
            float[] point = uniform(SHAPE.size(), -1, 2, random);
            float[] expected = point.clone();
            float[] capCorrection = new float[point.length];
            float[] ballCorrection = new float[point.length];
            for (int i = 0; i < 3_000; i++) {
                correct(cap, expected, capCorrection);
                correct(ball, expected, ballCorrection);
            }
            norm.ball(0.3).and(linf(0.125)).within(0, 1).around(sample).project(point);
            assertThat(point).containsExactly(expected, within(1e-4f));
        }
    }

    private static void correct(Region region, float[] point, float[] correction) {
        float[] before = new float[point.length];
        for (int i = 0; i < point.length; i++) {
            before[i] = point[i] + correction[i];
            point[i] = before[i];
        }
        region.project(point);
        for (int i = 0; i < point.length; i++) {
            correction[i] = before[i] - point[i];
        }
    }

    @Test
    void balls_of_one_norm_give_the_smaller_one() {
        assertThat(l2(0.5).and(l2(0.25).within(0, 1))).isEqualTo(l2(0.25).within(0, 1));
    }

    @Test
    void the_intersection_lies_in_both_ranges() {
        PerturbationSet set = linf(1).within(-1, 1).and(l2(1).within(0, 2));
        assertThat(set).hasToString("l2(1.0).and(linf(1.0)).within(0.0, 1.0)");
        assertThat(set.epsilon()).isEqualTo(1);
    }

    @Test
    void the_intersection_of_an_l1_and_an_l2_ball_is_refused() {
        assertThatThrownBy(() -> l2(0.5).and(l1(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the intersection of l2(0.5) with l1(1.0) is not offered: a ball is cut exactly by bounds on"
                                + " single values only; use linf(...) for one of the two");
        assertThatThrownBy(() -> linf(1).within(0, 1).and(l2(1).within(2, 3)))
                .hasMessageContaining("an input range needs low < high");
    }
}
