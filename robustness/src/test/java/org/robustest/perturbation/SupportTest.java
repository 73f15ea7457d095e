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
import static org.robustest.perturbation.SampleExample.drawn;
import static org.robustest.perturbation.SampleExample.uniform;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/** The support function and the bounding box of regions that are masked, or whose points are parameters. */
class SupportTest {

    private static final Shape SHAPE = Shape.of(3, 8);

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
        Sample sample = drawn(SHAPE, random);
        Region region = set.around(sample);
        double[] weights = weights();
        assertThat(largest(region, sample, weights)).isCloseTo(region.support(weights), within(2e-5));
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
            Sample sample = drawn(SHAPE, random);
            Region region = set.around(sample);
            double[] weights = weights();
            double support = region.support(weights);
            assertThat(largest(region, sample, weights)).isLessThanOrEqualTo(support);
            for (int i = 0; i < 20; i++) {
                float[] point = region.origin(sample).input();
                region.draw(point, random);
                assertThat(value(region, point, weights)).isLessThanOrEqualTo(support);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("linearSets")
    void with_a_range_it_is_no_larger_than_that_of_the_box(PerturbationSet set) {
        for (int trial = 0; trial < 50; trial++) {
            Sample sample = drawn(SHAPE, random);
            Region region = set.within(0, 1).around(sample);
            double[] weights = weights();
            double[] lower = new double[SHAPE.size()];
            double[] upper = new double[SHAPE.size()];
            region.box(lower, upper);
            double ofBox = 0;
            for (int i = 0; i < weights.length; i++) {
                ofBox += Math.max(weights[i] * lower[i], weights[i] * upper[i]);
            }
            assertThat(region.support(weights)).isLessThanOrEqualTo(ofBox + 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("allSets")
    void no_input_leaves_the_box(PerturbationSet set) {
        for (int trial = 0; trial < 50; trial++) {
            Sample sample = drawn(SHAPE, random);
            Region region = set.around(sample);
            double[] lower = new double[SHAPE.size()];
            double[] upper = new double[SHAPE.size()];
            region.box(lower, upper);
            float[] point = region.origin(sample).input();
            float[] input = new float[SHAPE.size()];
            region.maximize(uniform(point.length, -1, 1, random), point);
            region.toInput(point, input);
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
        Sample sample = drawn(SHAPE, random);
        Region region = set.around(sample);
        double[] lower = new double[SHAPE.size()];
        double[] upper = new double[SHAPE.size()];
        region.box(lower, upper);
        for (int i = 0; i < SHAPE.size(); i++) {
            double[] weights = new double[SHAPE.size()];
            weights[i] = 1;
            assertThat(largest(region, sample, weights)).isCloseTo(upper[i], within(1e-6));
            weights[i] = -1;
            assertThat(largest(region, sample, weights)).isCloseTo(-lower[i], within(1e-6));
        }
    }

    private double[] weights() {
        double[] weights = new double[SHAPE.size()];
        float[] drawn = uniform(weights.length, -1, 1, random);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = drawn[i];
        }
        return weights;
    }

    private static double largest(Region region, Sample sample, double[] weights) {
        float[] inputGradient = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            inputGradient[i] = (float) weights[i];
        }
        float[] best = region.origin(sample).input();
        float[] gradient = best.clone();
        region.pullBack(best, inputGradient, gradient);
        region.maximize(gradient, best);
        return value(region, best, weights);
    }

    private static double value(Region region, float[] point, double[] weights) {
        float[] input = new float[weights.length];
        region.toInput(point, input);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * input[i];
        }
        return sum;
    }
}
