package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.Norm;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A boundary that is curved, and of which the exact distance is known all the same: a sphere, from inside and from outside. */
class SphereTest {

    private static final int DIMENSIONS = 8;
    private static final double RADIUS = 1;

    @ParameterizedTest
    @EnumSource
    void the_smallest_perturbation_that_crosses_a_sphere_is_found(Norm norm) {
        List<MinimumPerturbation> found = RobustnessEvaluation.of(new Sphere())
                .minimumPerturbations(samples(), epsilon -> norm.ball(epsilon), 4, 24);

        assertThat(found).hasSize(40).allSatisfy(minimum -> {
            double exact = radius(minimum.sample(), norm);
            assertThat(minimum.broken())
                    .as("%s of %s", norm, minimum.sample())
                    .isBetween(exact * (1 - 1e-4), exact * (norm == Norm.L1 ? 1.05 : 1.01));
        });
    }

    private static Samples samples() {
        RandomStream random = RandomStream.of(1, "sphere");
        Samples.Builder samples = Samples.builder(Shape.of(DIMENSIONS), List.of("inside", "outside"));
        for (int i = 0; i < 40; i++) {
            float[] input = new float[DIMENSIONS];
            double length = 0;
            for (int j = 0; j < DIMENSIONS; j++) {
                input[j] = (float) (2 * random.nextDouble() - 1);
                length += (double) input[j] * input[j];
            }
            double wanted = i % 2 == 0 ? 0.3 + 0.6 * random.nextDouble() : 1.1 + random.nextDouble();
            for (int j = 0; j < DIMENSIONS; j++) {
                input[j] *= (float) (wanted / Math.sqrt(length));
            }
            samples.add("sample " + i, input, i % 2);
        }
        return samples.build();
    }

    private static double radius(Sample sample, Norm norm) {
        double[] d = IntStream.range(0, DIMENSIONS)
                .mapToDouble(i -> Math.abs(sample.input()[i]))
                .toArray();
        boolean isInside = sample.label() == 0;
        return switch (norm) {
            case L2 -> Math.abs(Math.sqrt(squares(d, size -> size)) - RADIUS);
            case LINF ->
                isInside
                        ? root(r -> squares(d, size -> size + r) - RADIUS * RADIUS)
                        : root(r -> RADIUS * RADIUS - squares(d, size -> Math.max(0, size - r)));
            case L1 -> isInside ? outwardL1(d) : inwardL1(d);
        };
    }

    /** All of it is best put into the largest value. */
    private static double outwardL1(double[] d) {
        double largest =
                IntStream.range(0, DIMENSIONS).mapToDouble(i -> d[i]).max().orElseThrow();
        return Math.sqrt(RADIUS * RADIUS - squares(d, size -> size) + largest * largest) - largest;
    }

    /** The largest values are brought down to one level. */
    private static double inwardL1(double[] d) {
        double level = root(t -> squares(d, size -> Math.min(size, t)) - RADIUS * RADIUS);
        double sum = 0;
        for (double size : d) {
            sum += Math.max(0, size - level);
        }
        return sum;
    }

    private static double squares(double[] d, DoubleUnaryOperator change) {
        double sum = 0;
        for (double size : d) {
            sum += Math.pow(change.applyAsDouble(size), 2);
        }
        return sum;
    }

    /** Finds where a growing function is 0. */
    private static double root(DoubleUnaryOperator growing) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (growing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** {@code z = (R² - |x|², |x|² - R²)}. */
    private static final class Sphere implements DifferentiableClassifier {

        @Override
        public Shape inputShape() {
            return Shape.of(DIMENSIONS);
        }

        @Override
        public int classCount() {
            return 2;
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            for (int i = 0; i < count; i++) {
                double squares = 0;
                for (int j = 0; j < DIMENSIONS; j++) {
                    squares += (double) inputs[i * DIMENSIONS + j] * inputs[i * DIMENSIONS + j];
                }
                logits[2 * i] = (float) (RADIUS * RADIUS - squares);
                logits[2 * i + 1] = -logits[2 * i];
            }
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            logits(inputs, count, logits);
            for (int i = 0; i < count; i++) {
                float[] u = new float[2];
                cotangent.write(i, new float[] {logits[2 * i], logits[2 * i + 1]}, u);
                for (int j = 0; j < DIMENSIONS; j++) {
                    gradients[i * DIMENSIONS + j] = 2 * (u[1] - u[0]) * inputs[i * DIMENSIONS + j];
                }
            }
        }
    }
}
