package org.robustest.network;

import java.util.ArrayList;
import java.util.List;
import org.robustest.classifier.InputSet;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.samples.Shape;

/**
 * A network 2-4-2 with ReLU, whose least margin over a box can be found by enumeration: it is linear in each cell that the
 * lines where a ReLU bends cut from the box, so that it is least at a corner of a cell.
 */
final class TinyNetwork {

    private static final int HIDDEN = 4;

    private final float[] first;
    private final float[] firstBiases;
    private final float[] second;
    private final float[] secondBiases;
    private final float[] center;
    private final double epsilon;

    TinyNetwork(int seed) {
        first = RandomArrays.uniform("tiny first " + seed, 2 * HIDDEN, -1, 1);
        firstBiases = RandomArrays.uniform("tiny first biases " + seed, HIDDEN, -0.5, 0.5);
        second = RandomArrays.uniform("tiny second " + seed, 2 * HIDDEN, -1, 1);
        secondBiases = RandomArrays.uniform("tiny second biases " + seed, 2, -0.5, 0.5);
        center = RandomArrays.uniform("tiny center " + seed, 2, -1, 1);
        epsilon = 0.05 + 0.01 * (seed % 60);
    }

    Network network() {
        return Network.sequential(
                Shape.of(2),
                List.of(
                        Dense.of(first, firstBiases),
                        Activation.of(Activations.relu()),
                        Dense.of(second, secondBiases)));
    }

    InputSet box() {
        return Rows.linf(center, epsilon);
    }

    double leastMargin() {
        List<double[]> lines = new ArrayList<>();
        for (int h = 0; h < HIDDEN; h++) {
            lines.add(new double[] {first[2 * h], first[2 * h + 1], -firstBiases[h]});
        }
        for (int i = 0; i < 2; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                lines.add(new double[] {1 - i, i, center[i] + sign * epsilon});
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (double[] a : lines) {
            for (double[] b : lines) {
                double determinant = a[0] * b[1] - a[1] * b[0];
                double x = (a[2] * b[1] - a[1] * b[2]) / determinant;
                double y = (a[0] * b[2] - a[2] * b[0]) / determinant;
                if (Math.abs(x - center[0]) <= epsilon * (1 + 1e-9)
                        && Math.abs(y - center[1]) <= epsilon * (1 + 1e-9)) {
                    least = Math.min(least, margin(x, y));
                }
            }
        }
        return least;
    }

    private double margin(double x, double y) {
        double margin = (double) secondBiases[0] - secondBiases[1];
        for (int h = 0; h < HIDDEN; h++) {
            double z = (double) first[2 * h] * x + (double) first[2 * h + 1] * y + firstBiases[h];
            margin += ((double) second[h] - second[HIDDEN + h]) * Math.max(0, z);
        }
        return margin;
    }
}
