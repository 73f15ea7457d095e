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
import static org.robustest.perturbation.Perturbations.powerLine;
import static org.robustest.perturbation.Perturbations.smooth;
import static org.robustest.perturbation.Perturbations.timeShift;
import static org.robustest.perturbation.SampleExample.uniform;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.random.RandomStream;

/** The support function and the bounding box of regions that are masked, or whose points are parameters. */
class SupportTest {

    private final RandomStream random = RandomStream.of(15, "support tests");

    static Stream<PerturbationSet> linearSets() {
        return Stream.of(
                linfPerChannel(0.25, 0, 0.125),
                linfPerChannel(0.25, 0, 0.125).between(2, 4),
                l2(0.5).onChannels(1).between(2, 7),
                l1(0.5).where(Mask.between(0, 2).or(Mask.between(5, 8))),
                linf(0.25).and(l2(0.5)),
                linf(0.125).and(l1(0.5)).onChannels(0, 2),
                smooth(0.25),
                smooth(0.25).onChannels(2).between(1, 7),
                bandLimited(0.5, 0, 62.5, 125),
                bandLimited(0.5, 20, 50, 125).between(0, 5),
                muscleNoise(0.1, 125),
                baselineWander(0.25, 125),
                powerLine(0.25, 50, 125).onChannels(0, 1),
                leadGain(0.25));
    }

    @ParameterizedTest
    @MethodSource("linearSets")
    void without_a_range_some_input_attains_it(PerturbationSet set) {
        RegionExample example = RegionExample.drawn(set, random);
        double[] weights = weights();
        assertThat(largest(example, weights)).isCloseTo(example.region().support(weights), within(2e-5));
    }

    static Stream<PerturbationSet> allSets() {
        return Stream.concat(
                        linearSets(),
                        Stream.of(
                                smooth(2),
                                bandLimited(6, 0, 62.5, 125),
                                leadGain(1),
                                timeShift(1.5),
                                timeShift(20).onChannels(1)))
                .flatMap(set -> Stream.of(set, set.within(0, 1)));
    }

    @ParameterizedTest
    @MethodSource("allSets")
    void no_input_exceeds_it(PerturbationSet set) {
        for (int trial = 0; trial < 100; trial++) {
            RegionExample example = RegionExample.drawn(set, random);
            double[] weights = weights();
            double support = example.region().support(weights);
            assertThat(largest(example, weights)).isLessThanOrEqualTo(support);
            for (int i = 0; i < 20; i++) {
                assertThat(value(example, example.randomPoint(random), weights)).isLessThanOrEqualTo(support);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("linearSets")
    void with_a_range_it_is_no_larger_than_that_of_the_box(PerturbationSet set) {
        for (int trial = 0; trial < 50; trial++) {
            RegionExample example = RegionExample.drawn(set.within(0, 1), random);
            double[] weights = weights();
            double[] lower = example.lower();
            double[] upper = example.upper();
            double ofBox = 0;
            for (int i = 0; i < weights.length; i++) {
                ofBox += Math.max(weights[i] * lower[i], weights[i] * upper[i]);
            }
            assertThat(example.region().support(weights)).isLessThanOrEqualTo(ofBox + 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("allSets")
    void no_input_leaves_the_box(PerturbationSet set) {
        for (int trial = 0; trial < 50; trial++) {
            RegionExample example = RegionExample.drawn(set, random);
            double[] lower = example.lower();
            double[] upper = example.upper();
            float[] gradient = uniform(example.origin().length, -1, 1, random);
            float[] input = example.input(example.maximum(gradient));
            for (int i = 0; i < input.length; i++) {
                assertThat((double) input[i]).isBetween(lower[i], upper[i]);
                assertThat(set.range().contains((float) lower[i])).isTrue();
                assertThat(set.range().contains((float) upper[i])).isTrue();
            }
        }
    }

    /** Each side of the box is reached, as the maximum of one value. */
    @ParameterizedTest
    @MethodSource("linearSets")
    void without_a_range_the_box_is_tight(PerturbationSet set) {
        RegionExample example = RegionExample.drawn(set, random);
        double[] lower = example.lower();
        double[] upper = example.upper();
        for (int i = 0; i < lower.length; i++) {
            double[] weights = new double[lower.length];
            weights[i] = 1;
            assertThat(largest(example, weights)).isCloseTo(upper[i], within(1e-6));
            weights[i] = -1;
            assertThat(largest(example, weights)).isCloseTo(-lower[i], within(1e-6));
        }
    }

    private double[] weights() {
        double[] weights = new double[RegionExample.SHAPE.size()];
        float[] drawn = uniform(weights.length, -1, 1, random);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = drawn[i];
        }
        return weights;
    }

    private static double largest(RegionExample example, double[] weights) {
        float[] inputGradient = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            inputGradient[i] = (float) weights[i];
        }
        float[] gradient = example.pulledBack(example.origin(), inputGradient);
        return value(example, example.maximum(gradient), weights);
    }

    private static double value(RegionExample example, float[] point, double[] weights) {
        float[] input = example.input(point);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * input[i];
        }
        return sum;
    }
}
