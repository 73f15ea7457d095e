package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.Norm;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * A classifier by the nearest of some points, of which one is of the first class. That class is an intersection of half-spaces, so
 * that the exact distance to leave it is the least of those to their boundaries; the boundary that is nearest is not always that of
 * the point that is.
 */
class NearestNeighbourTest {

    private static final int DIMENSIONS = 6;
    private static final int POINTS = 9;
    private static final float[][] CENTRES = centres();

    @ParameterizedTest
    @EnumSource
    void no_sample_falls_before_its_exact_distance_and_most_fall_close_behind(Norm norm) {
        List<MinimumPerturbation> found = RobustnessEvaluation.of(new Nearest())
                .minimumPerturbations(samples(), epsilon -> norm.ball(epsilon), 4, 20);

        assertThat(found)
                .hasSizeGreaterThan(20)
                .allSatisfy(minimum ->
                        assertThat(minimum.broken()).isGreaterThan(radius(minimum.sample(), norm) * (1 - 1e-4)));
        assertThat(found)
                .filteredOn(minimum -> minimum.broken() < 1.02 * radius(minimum.sample(), norm))
                .hasSizeGreaterThan(found.size() * 8 / 10);
    }

    private static double radius(Sample sample, Norm norm) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 1; j < POINTS; j++) {
            double[] to = new double[DIMENSIONS];
            double lead = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                to[i] = 2.0 * ((double) CENTRES[j][i] - CENTRES[0][i]);
                lead += square(sample.input()[i] - CENTRES[j][i]) - square(sample.input()[i] - CENTRES[0][i]);
            }
            least = Math.min(least, lead / dual(to, norm));
        }
        return least;
    }

    private static double dual(double[] weights, Norm norm) {
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (double weight : weights) {
            sum += Math.abs(weight);
            squares += weight * weight;
            largest = Math.max(largest, Math.abs(weight));
        }
        return norm == Norm.LINF ? sum : norm == Norm.L2 ? Math.sqrt(squares) : largest;
    }

    private static double square(double value) {
        return value * value;
    }

    private static float[][] centres() {
        RandomStream random = RandomStream.of(2, "centres");
        float[][] centres = new float[POINTS][DIMENSIONS];
        for (int j = 1; j < POINTS; j++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                centres[j][i] = (float) (2 * random.nextDouble() - 1);
            }
        }
        return centres;
    }

    private static Samples samples() {
        RandomStream random = RandomStream.of(3, "around the first centre");
        Samples.Builder samples = Samples.builder(Shape.of(DIMENSIONS), List.of("first", "second", "third"));
        for (int n = 0; n < 40; n++) {
            float[] input = new float[DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                input[i] = (float) (0.5 * random.nextDouble() - 0.25);
            }
            float[] logits = new float[3];
            new Nearest().logits(input, 1, logits);
            if (Logits.areCorrect(logits, 0)) {
                samples.add("sample " + n, input, 0);
            }
        }
        return samples.build();
    }

    /** {@code z_k = -min |x - p|²} over the points p of class k; the second and the third class have four each. */
    private static final class Nearest implements DifferentiableClassifier {

        @Override
        public Shape inputShape() {
            return Shape.of(DIMENSIONS);
        }

        @Override
        public int classCount() {
            return 3;
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            for (int n = 0; n < count; n++) {
                for (int k = 0; k < 3; k++) {
                    logits[3 * n + k] = (float) -distance(inputs, n, nearest(inputs, n, k));
                }
            }
        }

        private static int nearest(float[] inputs, int n, int k) {
            int first = k == 0 ? 0 : 4 * k - 3;
            int nearest = first;
            for (int j = first; j < (k == 0 ? 1 : first + 4); j++) {
                nearest = distance(inputs, n, j) < distance(inputs, n, nearest) ? j : nearest;
            }
            return nearest;
        }

        private static double distance(float[] inputs, int n, int centre) {
            double sum = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                sum += square((double) inputs[n * DIMENSIONS + i] - CENTRES[centre][i]);
            }
            return sum;
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            logits(inputs, count, logits);
            for (int n = 0; n < count; n++) {
                float[] u = new float[3];
                cotangent.write(n, new float[] {logits[3 * n], logits[3 * n + 1], logits[3 * n + 2]}, u);
                for (int i = 0; i < DIMENSIONS; i++) {
                    double gradient = 0;
                    for (int k = 0; k < 3; k++) {
                        gradient -=
                                2 * u[k] * ((double) inputs[n * DIMENSIONS + i] - CENTRES[nearest(inputs, n, k)][i]);
                    }
                    gradients[n * DIMENSIONS + i] = (float) gradient;
                }
            }
        }
    }
}
