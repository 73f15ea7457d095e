package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;
import org.robustest.statistics.ConfidenceInterval;

/**
 * Two Gaussian classes and a linear classifier, of which the robust accuracy in the population is known: {@code Φ((w · μ -
 * ε|w|_q) / (σ|w|₂))}. What samples say about it has to be true as often as it claims.
 */
class PopulationTest {

    private static final float[] WEIGHTS = {1, -0.5f, 0.25f, 2};
    private static final float[] MEAN = {0.5f, -0.5f, 0, 0.75f};
    private static final double SIGMA = 1;
    private static final int DRAWS = 200;
    private static final int SIZE = 40;

    @ParameterizedTest
    @EnumSource
    void the_true_robust_accuracy_lies_in_the_interval_as_often_as_that_claims(Norm norm) {
        double epsilon = norm == Norm.LINF ? 0.2 : 0.4;
        double truth = normal((dot(MEAN) - epsilon * dual(norm)) / (SIGMA * dual(Norm.L2)));

        RobustnessResult result = RobustnessEvaluation.of(model()).evaluate(samples(), norm.ball(epsilon));

        assertThat(truth).isBetween(0.5, 0.8);
        double spread = Math.sqrt(truth * (1 - truth) / (DRAWS * SIZE));
        assertThat(result.robustAccuracy()).isCloseTo(truth, within(3.5 * spread));
        List<ConfidenceInterval> intervals = result.byTag("draw").values().stream()
                .map(part -> part.robustAccuracy(0.95))
                .toList();
        assertThat(intervals).hasSize(DRAWS);
        assertThat(intervals)
                .filteredOn(interval -> interval.lower() <= truth && truth <= interval.upper())
                .hasSizeGreaterThan((int) (DRAWS * (0.95 - 3 * Math.sqrt(0.95 * 0.05 / DRAWS))));
        assertThat(intervals)
                .allSatisfy(interval ->
                        assertThat(interval.upper() - interval.lower()).isLessThan(0.35));
    }

    private static Network model() {
        float[] weights = new float[2 * WEIGHTS.length];
        for (int i = 0; i < WEIGHTS.length; i++) {
            weights[i] = WEIGHTS[i];
            weights[WEIGHTS.length + i] = -WEIGHTS[i];
        }
        return Network.sequential(Shape.of(WEIGHTS.length), List.of(Dense.of(weights, new float[2])));
    }

    private static Samples samples() {
        RandomStream random = RandomStream.of(4, "population");
        Samples.Builder samples = Samples.builder(Shape.of(WEIGHTS.length), List.of("plus", "minus"));
        for (int n = 0; n < DRAWS * SIZE; n++) {
            int label = random.nextDouble() < 0.5 ? 0 : 1;
            float[] input = new float[WEIGHTS.length];
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) ((label == 0 ? MEAN[i] : -MEAN[i]) + SIGMA * gaussian(random));
            }
            samples.add("sample " + n, input, label, Map.of("draw", String.valueOf(n / SIZE)));
        }
        return samples.build();
    }

    private static double gaussian(RandomStream random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double dot(float[] mean) {
        return IntStream.range(0, mean.length)
                .mapToDouble(i -> (double) WEIGHTS[i] * mean[i])
                .sum();
    }

    private static double dual(Norm norm) {
        double[] sizes = IntStream.range(0, WEIGHTS.length)
                .mapToDouble(i -> Math.abs(WEIGHTS[i]))
                .toArray();
        return switch (norm) {
            case LINF ->
                IntStream.range(0, sizes.length).mapToDouble(i -> sizes[i]).sum();
            case L2 ->
                Math.sqrt(IntStream.range(0, sizes.length)
                        .mapToDouble(i -> sizes[i] * sizes[i])
                        .sum());
            case L1 ->
                IntStream.range(0, sizes.length)
                        .mapToDouble(i -> sizes[i])
                        .max()
                        .orElseThrow();
        };
    }

    /** The distribution function of the normal distribution, by Simpson's rule from 0. */
    private static double normal(double z) {
        int steps = 2_000;
        double h = z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-(i * h) * (i * h) / 2);
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }
}
