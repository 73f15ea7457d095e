package org.robustest.network;

import java.util.List;
import org.robustest.classifier.InputSet;

/**
 * Bounds of all values of a network for the inputs of a set, as they are computed in float32: intervals in double, widened
 * after each layer by what its rounding can add.
 *
 * <p>A sum of n rounded products, in whatever order, is off by no more than {@code γ(n) Σ |terms|}, with {@code γ(n) = nu/(1 -
 * nu)} and {@code u = 2⁻²⁴} (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 3.1). That is 5e8 times
 * what the arithmetic in double here can be off by itself, which the factor {@link #MORE} covers.
 *
 * <p>What may be too large for a float has no bounds, but NaN, as has all that is computed of it: infinities can turn into NaN.
 */
final class ValueBounds {

    private static final double UNIT = 0x1p-24;
    private static final double MORE = 1 + 0x1p-10;

    /** More than what products that underflow can lose. */
    private static final double UNDERFLOW = 0x1p-100;

    private final List<Node> nodes;
    private final double[][] lower;
    private final double[][] upper;
    private final double[][] terms;

    ValueBounds(List<Node> nodes, int inputSize) {
        this.nodes = nodes;
        int[] sizes = Node.valueSizes(inputSize, nodes);
        lower = new double[sizes.length][];
        upper = new double[sizes.length][];
        terms = new double[sizes.length][];
        for (int v = 0; v < sizes.length; v++) {
            lower[v] = new double[sizes[v]];
            upper[v] = new double[sizes[v]];
            terms[v] = new double[sizes[v]];
        }
    }

    static double gamma(int roundings) {
        double errors = roundings * UNIT;
        return errors < 1 ? errors / (1 - errors) * MORE : Double.POSITIVE_INFINITY;
    }

    void setInput(InputSet set) {
        set.box(lower[0], upper[0]);
    }

    /** Bounds the output of a node by intervals, given those of its inputs. */
    void bound(int n) {
        Node node = nodes.get(n);
        Passes passes = node.passes();
        double[] low = lower[n + 1];
        double[] high = upper[n + 1];
        passes.bounds(lower(node), upper(node), low, high);
        passes.terms(magnitudes(node), terms[n + 1]);
        double gamma = gamma(passes.roundings());
        for (int i = 0; passes.roundings() > 0 && i < low.length; i++) {
            // An average is summed up before it is divided, by no more than there are roundings.
            double largest =
                    Math.max(passes.roundings() * terms[n + 1][i], Math.max(Math.abs(low[i]), Math.abs(high[i])));
            terms[n + 1][i] = largest <= Float.MAX_VALUE ? terms[n + 1][i] : Double.NaN;
            double error = gamma * terms[n + 1][i] + UNDERFLOW;
            low[i] -= error;
            high[i] += error;
        }
    }

    double[][] lower(Node node) {
        return of(node, lower);
    }

    double[][] upper(Node node) {
        return of(node, upper);
    }

    private static double[][] of(Node node, double[][] values) {
        return node.inputs().stream().map(input -> values[input]).toArray(double[][]::new);
    }

    private double[][] magnitudes(Node node) {
        return node.inputs().stream().map(this::magnitudes).toArray(double[][]::new);
    }

    private double[] magnitudes(int value) {
        double[] magnitudes = new double[lower[value].length];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = magnitude(value, i);
        }
        return magnitudes;
    }

    /** Returns the largest absolute value of an element of a value. */
    private double magnitude(int value, int i) {
        return Math.max(Math.abs(lower[value][i]), Math.abs(upper[value][i]));
    }

    double lower(int value, int i) {
        return lower[value][i];
    }

    double upper(int value, int i) {
        return upper[value][i];
    }

    int size(int value) {
        return lower[value].length;
    }

    void raiseLower(int value, int i, double bound) {
        if (bound > lower[value][i]) {
            lower[value][i] = bound;
        }
    }

    void reduceUpper(int value, int i, double bound) {
        if (bound < upper[value][i]) {
            upper[value][i] = bound;
        }
    }

    /**
     * Returns how much the output of a node, as computed, and coefficients carried back through it in floats can be off
     * together.
     *
     * @param n the node
     * @param i the index of the output
     * @param additions how often coefficients are added up in an input of the node
     */
    double error(int n, int i, int additions) {
        Passes passes = nodes.get(n).passes();
        int roundings = passes.roundings();
        int back = passes.isAffine() ? roundings + additions : 0;
        return (gamma(roundings) + gamma(back)) * terms[n + 1][i] + UNDERFLOW;
    }

    /**
     * Returns how much a coefficient of 1 can be off, times what it is multiplied with, once others have been added to it in floats.
     *
     * @param value the value that the coefficient belongs to
     * @param i the index of its element
     * @param additions how many others
     */
    double errorOfAdditions(int value, int i, int additions) {
        return gamma(additions) * magnitude(value, i);
    }

    /**
     * Returns how much coefficients that underflow on their way back through an affine node can be off, times what they are
     * multiplied with.
     *
     * @param n the node
     * @param additions how often coefficients are added up in an input of the node
     */
    double underflow(int n, int additions) {
        Node node = nodes.get(n);
        double sum = 0;
        for (double[] magnitudes : magnitudes(node)) {
            for (double magnitude : magnitudes) {
                sum += magnitude;
            }
        }
        return (node.passes().roundings() + additions) * (double) Float.MIN_VALUE * sum;
    }
}
