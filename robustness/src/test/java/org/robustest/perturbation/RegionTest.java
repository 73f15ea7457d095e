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
import static org.robustest.perturbation.SampleExample.uniform;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** What holds of the regions of all sets, in the coordinates of their points. */
class RegionTest {

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
            RegionExample example = RegionExample.drawn(set, random);
            float[] point = uniform(example.origin().length, -1, 2, random);
            float[] nearest = point.clone();
            example.region().project(nearest);
            assertThat(example.region().contains(nearest)).isTrue();
            for (int i = 0; i < 20; i++) {
                float[] other = point(example, i);
                double product = 0;
                for (int j = 0; j < other.length; j++) {
                    product += ((double) point[j] - nearest[j]) * ((double) other[j] - nearest[j]);
                }
                assertThat(product).isLessThan(1e-5);
            }
        }
    }

    private float[] point(RegionExample example, int kind) {
        return kind % 2 == 0 ? example.randomPoint(random) : example.maximum(gradient(example));
    }

    private float[] gradient(RegionExample example) {
        return uniform(example.origin().length, -1, 1, random);
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void no_point_of_the_region_has_a_larger_value_of_a_linear_function_than_its_maximum(PerturbationSet set) {
        for (int trial = 0; trial < 100; trial++) {
            RegionExample example = RegionExample.drawn(set, random);
            float[] gradient = gradient(example);
            float[] best = example.maximum(gradient);
            assertThat(example.region().contains(best)).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(dot(gradient, point(example, i))).isLessThan(dot(gradient, best) + 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void a_region_of_another_size_differs_in_nothing_else(PerturbationSet set) {
        for (int trial = 0; trial < 50; trial++) {
            RegionExample example = RegionExample.drawn(set, random);
            Region region = example.region();
            double size = region.radius() * (0.5 + random.nextDouble());
            Region other = region.resized(size);
            RegionExample resized = new RegionExample(example.sample(), other);
            float[] point = point(resized, trial);
            assertThat(other.radius()).isEqualTo(size);
            assertThat(other.norm()).isEqualTo(region.norm());
            assertThat(other.contains(point)).isTrue();
            assertThat(other.contains(example.origin())).isTrue();
            assertThat(other.distance(point)).isEqualTo(region.distance(point)).isLessThanOrEqualTo(size * (1 + 1e-12));
            assertThat(region.contains(point) || region.distance(point) > region.radius() * (1 - 1e-12))
                    .isTrue();
            assertThat(example.input(point)).isEqualTo(resized.input(point));
        }
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void whatever_lies_in_a_region_that_another_encloses_lies_in_that_one(PerturbationSet set) {
        for (int trial = 0; trial < 5; trial++) {
            RegionExample larger = RegionExample.drawn(set, random);
            setsWithRange()
                    .map(other -> new RegionExample(larger.sample(), other.around(larger.sample())))
                    .filter(smaller -> larger.region().encloses(smaller.region()))
                    .forEach(smaller -> {
                        for (int i = 0; i < 20; i++) {
                            float[] point = point(smaller, i);
                            assertThat(larger.region().contains(point)).isTrue();
                            assertThat(larger.input(point)).isEqualTo(smaller.input(point));
                        }
                    });
        }
    }

    static Stream<Arguments> enclosing() {
        return Stream.of(
                Arguments.of(linf(0.25), linf(0.125)),
                Arguments.of(linf(0.25), linf(0.25).within(0, 1)),
                Arguments.of(linf(0.25), linfPerChannel(0.25, 0, 0.125)),
                Arguments.of(l2(0.5), l2(0.25)),
                Arguments.of(l1(0.5), linf(0.125).and(l1(0.5))),
                Arguments.of(linf(0.25).onChannels(0, 2), linf(0.125).onChannels(0, 2)),
                Arguments.of(
                        l2(0.5).between(2, 7).within(0, 1),
                        l2(0.25).between(2, 7).within(0, 1)),
                Arguments.of(linf(0.25), perSample("half", 0.25, sample -> linf(0.125))));
    }

    @ParameterizedTest
    @MethodSource("enclosing")
    void a_region_encloses_those_of_smaller_sets_and_is_not_enclosed_by_them(
            PerturbationSet larger, PerturbationSet smaller) {
        for (int trial = 0; trial < 50; trial++) {
            Sample sample = SampleExample.drawn(RegionExample.SHAPE, random);
            assertThat(larger.around(sample).encloses(smaller.around(sample))).isTrue();
            assertThat(smaller.around(sample).encloses(larger.around(sample))).isFalse();
        }
    }

    @Test
    void regions_around_other_inputs_or_of_other_values_are_not_enclosed() {
        Sample sample = SampleExample.drawn(RegionExample.SHAPE, random);
        Sample other = SampleExample.drawn(RegionExample.SHAPE, random);
        assertThat(l2(0.5).around(sample).encloses(l2(0.25).around(other))).isFalse();
        assertThat(linf(0.25)
                        .onChannels(0)
                        .around(sample)
                        .encloses(linf(0.125).onChannels(1).around(sample)))
                .isFalse();
        assertThat(linf(0.25)
                        .onChannels(0)
                        .around(sample)
                        .encloses(linf(0.125).onChannels(0).around(other)))
                .isFalse();
    }

    @Test
    void a_region_knows_its_norm() {
        Sample sample = SampleExample.drawn(RegionExample.SHAPE, random);
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
        RegionExample example = RegionExample.drawn(set, random);
        Region region = example.region();
        float[] gradient = gradient(example);
        float[] best = example.maximum(gradient);
        assertThat(dot(gradient, best) - dot(gradient, example.origin()))
                .isCloseTo(region.radius() * region.dualNorm(gradient), within(1e-5));
        assertThat(region.distance(best)).isCloseTo(region.radius(), within(1e-6));
        assertThat(region.radius()).isLessThanOrEqualTo(set.epsilon());
    }

    @ParameterizedTest
    @MethodSource("setsWithRange")
    void drawn_points_and_steps_stay_in_the_region(PerturbationSet set) {
        for (int trial = 0; trial < 200; trial++) {
            RegionExample example = RegionExample.drawn(set, random);
            Region region = example.region();
            float[] point = example.origin();
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
        RegionExample example = RegionExample.drawn(set, random);
        assertThat(example.input(example.origin()))
                .containsExactly(example.sample().input());
        for (int trial = 0; trial < 50; trial++) {
            for (float value : example.input(example.randomPoint(random))) {
                assertThat(set.range().contains(value)).isTrue();
            }
        }
    }

    /** Central differences of a linear function of the input, exact but for the rounding of the input to floats. */
    @ParameterizedTest
    @MethodSource("sets")
    void gradients_are_carried_back_to_the_coordinates_of_the_points(PerturbationSet set) {
        RegionExample example = RegionExample.drawn(set, random);
        float[] point = example.randomPoint(random);
        float[] inputGradient = uniform(RegionExample.SHAPE.size(), -1, 1, random);
        float[] gradient = example.pulledBack(point, inputGradient);
        for (int i = 0; i < point.length; i++) {
            float middle = point[i];
            float step = 1f / 1024;
            point[i] = middle + step;
            double width = point[i];
            double above = dot(inputGradient, example.input(point));
            point[i] = middle - step;
            width -= point[i];
            double below = dot(inputGradient, example.input(point));
            point[i] = middle;
            assertThat((above - below) / width).isCloseTo(gradient[i], within(2e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void a_point_of_another_size_lies_in_no_region(PerturbationSet set) {
        assertThat(RegionExample.drawn(set, random).region().contains(new float[5]))
                .isFalse();
    }
}
