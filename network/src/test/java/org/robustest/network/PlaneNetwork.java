package org.robustest.network;

import java.util.ArrayList;
import java.util.List;
import org.robustest.classifier.InputSet;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.samples.Shape;

/**
 * A network of some layers with two inputs, whose least margin over a box is found by cutting the box, layer by layer, into the
 * convex polygons on which the network is linear. It is least at a corner of one of them. Shares nothing with the bounds.
 */
final class PlaneNetwork {

    private final int seed;
    private final float slope;
    private final int[] sizes;
    private final List<float[]> weights = new ArrayList<>();
    private final List<float[]> biases = new ArrayList<>();
    private final float[] center;
    private double epsilon;

    PlaneNetwork(int seed, float slope, int... hidden) {
        this.seed = seed;
        this.slope = slope;
        sizes = new int[hidden.length + 2];
        sizes[0] = 2;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[hidden.length + 1] = 3;
        for (int l = 1; l < sizes.length; l++) {
            double scale = Math.sqrt(3.0 / sizes[l - 1]);
            weights.add(
                    RandomArrays.uniform("plane weights " + l + " " + seed, sizes[l] * sizes[l - 1], -scale, scale));
            biases.add(RandomArrays.uniform("plane biases " + l + " " + seed, sizes[l], -0.5, 0.5));
        }
        center = RandomArrays.uniform("plane center " + seed, 2, -1, 1);
        epsilon = 0.02 * (1 + seed % 25);
    }

    Network network() {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++) {
            layers.add(Dense.of(weights.get(l), biases.get(l)));
            if (l < weights.size() - 1) {
                layers.add(Activation.of(slope == 0 ? Activations.relu() : Activations.leakyRelu(slope)));
            }
        }
        return Network.sequential(Shape.of(2), layers);
    }

    /** Makes the box so many times as large as the largest one, of up to 2, in which no margin is negative. */
    PlaneNetwork withBoxOfCriticalSizeTimes(double share) {
        double low = 0;
        double high = 2;
        for (int step = 0; step < 20; step++) {
            epsilon = (low + high) / 2;
            if (leastMargin() > 0) {
                low = epsilon;
            } else {
                high = epsilon;
            }
        }
        epsilon = low * share;
        return this;
    }

    InputSet box() {
        return Rows.linf(center, epsilon);
    }

    /** Returns the class that the network gives the center of the box. */
    int label() {
        double[] logits = logits(new double[] {center[0], center[1]});
        return logits[0] >= logits[1] && logits[0] >= logits[2] ? 0 : logits[1] >= logits[2] ? 1 : 2;
    }

    double leastMargin() {
        double least = Double.POSITIVE_INFINITY;
        int label = label();
        for (List<double[]> polygon : pieces()) {
            for (double[] corner : polygon) {
                double[] logits = logits(corner);
                for (int k = 0; k < 3; k++) {
                    least = k == label ? least : Math.min(least, logits[label] - logits[k]);
                }
            }
        }
        return least;
    }

    private List<List<double[]>> pieces() {
        List<List<double[]>> pieces = List.of(List.of(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)));
        for (int layer = 1; layer < weights.size(); layer++) {
            for (int unit = 0; unit < sizes[layer]; unit++) {
                List<List<double[]>> parts = new ArrayList<>();
                for (List<double[]> piece : pieces) {
                    parts.add(cut(piece, layer, unit, 1));
                    parts.add(cut(piece, layer, unit, -1));
                }
                parts.removeIf(List::isEmpty);
                pieces = parts;
            }
        }
        return pieces;
    }

    private double[] corner(int x, int y) {
        return new double[] {center[0] + x * epsilon, center[1] + y * epsilon};
    }

    /** Returns the part of a polygon where a value, which is linear on it, has a sign (Sutherland and Hodgman, 1974). */
    private List<double[]> cut(List<double[]> polygon, int layer, int unit, int sign) {
        List<double[]> part = new ArrayList<>();
        for (int n = 0; n < polygon.size(); n++) {
            double[] from = polygon.get(n);
            double[] to = polygon.get((n + 1) % polygon.size());
            double atFrom = sign * values(from, layer)[unit];
            double atTo = sign * values(to, layer)[unit];
            if (atFrom >= 0) {
                part.add(from);
            }
            if ((atFrom > 0 && atTo < 0) || (atFrom < 0 && atTo > 0)) {
                double share = atFrom / (atFrom - atTo);
                part.add(new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])});
            }
        }
        return part;
    }

    private double[] logits(double[] x) {
        return values(x, weights.size());
    }

    /** Returns the values that a layer gives, before its activation. */
    private double[] values(double[] x, int layer) {
        double[] values = x;
        for (int l = 1; l <= layer; l++) {
            double[] next = new double[sizes[l]];
            for (int i = 0; i < next.length; i++) {
                next[i] = biases.get(l - 1)[i];
                for (int j = 0; j < values.length; j++) {
                    double z = l > 1 && values[j] < 0 ? slope * values[j] : values[j];
                    next[i] += weights.get(l - 1)[i * values.length + j] * z;
                }
            }
            values = next;
        }
        return values;
    }

    /** Returns the sizes of the layers and the seed. */
    @Override
    public String toString() {
        return network() + " of seed " + seed;
    }
}
