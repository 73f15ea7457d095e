package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.bandLimited;
import static org.robustest.perturbation.Perturbations.baselineWander;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.leadGain;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.linfPerChannel;
import static org.robustest.perturbation.Perturbations.muscleNoise;
import static org.robustest.perturbation.Perturbations.perSample;
import static org.robustest.perturbation.Perturbations.powerLine;
import static org.robustest.perturbation.Perturbations.smooth;
import static org.robustest.perturbation.Perturbations.timeShift;
import static org.robustest.perturbation.SampleExample.dot;
import static org.robustest.perturbation.SampleExample.drawn;
import static org.robustest.perturbation.SampleExample.uniform;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/** What holds of the regions of all sets, in the coordinates of their points. */
class RegionTest {

    private static final Shape SHAPE = Shape.of(3, 8);

    private final RandomStream random = RandomStream.of(8, "region tests");

    static Stream<PerturbationSet> sets() {
        return Stream.of(
                linf(0.25),
                linfPerChannel(0.25, 0, 0.125),
                linf(0.25).onChannels(0, 2),
                l2(0.5).onChannels(1).between(2, 7),
                l1(0.5).where(Mask.between(0, 2).or(Mask.between(5, 8))),
                linfPerChannel(0.25, 0, 0.125).between(3, 5),
                perSample("by the first value", 1, sample -> l2(sample.input()[0])),
                linf(0.25).and(l2(0.5)),
                linf(0.125).and(l1(0.5)).onChannels(0, 2),
                smooth(0.25),
                smooth(0.5, SmoothingKernel.of(0.25, 0.5, -0.125)).onChannels(2).between(1, 7),
                bandLimited(0.5, 0, 62.5, 125),
                bandLimited(0.5, 20, 50, 125).between(0, 5),
                muscleNoise(0.1, 125),
                baselineWander(0.25, 125),
                powerLine(0.25, 50, 125).onChannels(0, 1),
                leadGain(0.25).onChannels(0),
                timeShift(2.5));
    }

    static Stream<PerturbationSet> setsWithRange() {
        return sets().flatMap(set -> Stream.of(set, set.within(0, 1)));
    }

    /** A point x* of a convex set is the nearest to p exactly if no point y of the set has (p - x*)·(y - x*) > 0. */
    @ParameterizedTest
    @MethodSource("setsWithRange")
    void no_point_of_the_region_is_nearer_than_the_projection(PerturbationSet set) {
        for (int trial = 0; trial < 100; trial++) {
            Sample sample = drawn(SHAPE, random);
            Region region = set.around(sample);
            int size = region.origin(sample).input().length;
            float[] point = uniform(size, -1, 2, random);
            float[] nearest = point.clone();
            region.project(nearest);
            assertThat(region.contains(nearest)).isTrue();
            for (int i = 0; i < 20; i++) {
                float[] other = point(region, size, i);
                double product = 0;
                for (int j = 0; j < size; j++) {
                    product += ((double) point[j] - nearest[j]) * ((double) other[j] - nearest[j]);
                }
                assertThat(product).isLessThan(1e-5);
            }
        }
    }

    private float[] point(Region region, int size, int kind) {
        float[] point = new float[size];
        if (kind % 2 == 0) {
            region.draw(point, random);
        } else {
            region.maximize(uniform(size, -1, 1, random), point);
        }
        return point;
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void no_point_of_the_region_has_a_larger_value_of_a_linear_function_than_its_maximum(PerturbationSet set) {
        for (int trial = 0; trial < 100; trial++) {
            Sample sample = drawn(SHAPE, random);
            Region region = set.around(sample);
            float[] origin = region.origin(sample).input();
            float[] gradient = uniform(origin.length, -1, 1, random);
            float[] best = new float[origin.length];
            region.maximize(gradient, best);
            assertThat(region.contains(best)).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(dot(gradient, point(region, origin.length, i))).isLessThan(dot(gradient, best) + 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void a_region_of_another_size_differs_in_nothing_else(PerturbationSet set) {
        for (int trial = 0; trial < 50; trial++) {
            Sample sample = drawn(SHAPE, random);
            Region region = set.around(sample);
            float[] origin = region.origin(sample).input();
            double size = region.radius() * (0.5 + random.nextDouble());
            Region other = region.resized(size);
            float[] point = point(other, origin.length, trial);
            float[] inThis = new float[SHAPE.size()];
            float[] inOther = new float[SHAPE.size()];
            region.toInput(point, inThis);
            other.toInput(point, inOther);
            assertThat(other.radius()).isEqualTo(size);
            assertThat(other.norm()).isEqualTo(region.norm());
            assertThat(other.contains(point)).isTrue();
            assertThat(other.contains(origin)).isTrue();
            assertThat(other.distance(point)).isEqualTo(region.distance(point)).isLessThanOrEqualTo(size * (1 + 1e-12));
            assertThat(region.contains(point) || region.distance(point) > region.radius() * (1 - 1e-12))
                    .isTrue();
            assertThat(inThis).isEqualTo(inOther);
        }
    }

    @Test
    void a_region_knows_its_norm() {
        Sample sample = drawn(SHAPE, random);
        assertThat(linf(0.1).onChannels(0).around(sample).norm()).isEqualTo(Norm.LINF);
        assertThat(linf(0.1).and(l2(0.1)).around(sample).norm()).isEqualTo(Norm.L2);
        assertThat(l1(0.1).around(sample).norm()).isEqualTo(Norm.L1);
        assertThat(smooth(0.1).around(sample).norm()).isEqualTo(Norm.LINF);
        assertThat(muscleNoise(0.1, 125).around(sample).norm()).isEqualTo(Norm.L2);
    }

    /** The intersections are left out: they are smaller than their norms say. */
    static Stream<PerturbationSet> balls() {
        return sets().filter(set -> !set.toString().contains(".and(linf("));
    }

    /** Hölder's inequality holds with equality at the maximum. */
    @ParameterizedTest
    @MethodSource("balls")
    void without_a_range_the_maximum_grows_by_the_radius_times_the_dual_norm(PerturbationSet set) {
        Sample sample = drawn(SHAPE, random);
        Region region = set.around(sample);
        float[] origin = region.origin(sample).input();
        float[] gradient = uniform(origin.length, -1, 1, random);
        float[] best = new float[origin.length];
        region.maximize(gradient, best);
        assertThat(dot(gradient, best) - dot(gradient, origin))
                .isCloseTo(region.radius() * region.dualNorm(gradient), within(1e-5));
        assertThat(region.distance(best)).isCloseTo(region.radius(), within(1e-6));
        assertThat(region.radius()).isLessThanOrEqualTo(set.epsilon());
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void drawn_points_and_steps_stay_in_the_region(PerturbationSet set) {
        for (int trial = 0; trial < 200; trial++) {
            Sample sample = drawn(SHAPE, random);
            Region region = set.around(sample);
            float[] point = region.origin(sample).input();
            assertThat(region.contains(point)).isTrue();
            assertThat(region.distance(point)).isZero();
            region.draw(point, random);
            assertThat(region.contains(point)).isTrue();
            region.ascend(point, uniform(point.length, -1, 1, random), 2 * region.radius() * random.nextDouble());
            assertThat(region.contains(point)).isTrue();
            assertThat(region.distance(point)).isLessThanOrEqualTo(region.radius() * (1 + 1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void every_point_stands_for_an_input_in_the_range(PerturbationSet set) {
        Sample sample = drawn(SHAPE, random);
        Region region = set.around(sample);
        float[] point = region.origin(sample).input();
        float[] input = new float[SHAPE.size()];
        region.toInput(point, input);
        assertThat(input).containsExactly(sample.input());
        for (int trial = 0; trial < 50; trial++) {
            region.draw(point, random);
            region.toInput(point, input);
            for (float value : input) {
                assertThat(set.range().contains(value)).isTrue();
            }
        }
    }

    /** Central differences of a linear function of the input, exact but for the rounding of the input to floats. */
    @ParameterizedTest
    @MethodSource("sets")
    void gradients_are_carried_back_to_the_coordinates_of_the_points(PerturbationSet set) {
        Sample sample = drawn(SHAPE, random);
        Region region = set.around(sample);
        float[] point = region.origin(sample).input();
        float[] input = new float[SHAPE.size()];
        region.draw(point, random);
        float[] inputGradient = uniform(input.length, -1, 1, random);
        float[] gradient = new float[point.length];
        region.pullBack(point, inputGradient, gradient);
        for (int i = 0; i < point.length; i++) {
            float middle = point[i];
            float step = 1f / 1024;
            point[i] = middle + step;
            double width = point[i];
            region.toInput(point, input);
            double above = dot(inputGradient, input);
            point[i] = middle - step;
            width -= point[i];
            region.toInput(point, input);
            double below = dot(inputGradient, input);
            point[i] = middle;
            assertThat((above - below) / width).isCloseTo(gradient[i], within(2e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void a_point_of_another_size_lies_in_no_region(PerturbationSet set) {
        assertThat(set.around(drawn(SHAPE, random)).contains(new float[5])).isFalse();
    }
}
