package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import org.robustest.classifier.InputSet;

/**
 * The memory of one thread to carry linear functions back from a value of a network to its input, one a lane.
 *
 * <p>An affine layer carries coefficients back as it does gradients, so that its backward pass serves here too. That pass
 * rounds to floats: coefficients {@code λA} are off by no more than {@code γ |λ| |A|}, so what they are multiplied with is off
 * by {@code γ |λ| |A| |x|}, which is what the rounding of the layer itself can add to the bound. Both are taken off. So is what
 * it rounds away of coefficients that its inputs had before, from layers that are not affine, and what coefficients too small for a
 * float lose.
 */
final class LinearPass {

    static final int LANES = 64;

    private final Block block = new Block(Kernels.create());
    private final List<Node> nodes;
    private final int[] sizes;
    private final int[] additions;
    private final boolean[] isTakenByCurve;
    private final float[][] coefficients;
    private final boolean[] reached;
    private final double[][] offsets;
    private final LinearRows rows = new LinearRows(LANES);
    private final double[] weights;
    private final ValueBounds bounds;

    LinearPass(Network network) {
        nodes = network.nodes();
        int inputSize = network.inputShape().size();
        sizes = Node.valueSizes(inputSize, nodes);
        additions = new int[sizes.length];
        isTakenByCurve = new boolean[sizes.length];
        for (Node node : nodes) {
            boolean isAffine = node.passes().isAffine();
            for (int input : node.inputs()) {
                additions[input] += isAffine ? node.passes().roundings() + 1 : 0;
                isTakenByCurve[input] |= !isAffine;
            }
        }
        coefficients = Workspace.allocate(sizes, LANES);
        reached = new boolean[sizes.length];
        offsets = nodes.stream().map(this::offset).toArray(double[][]::new);
        weights = new double[inputSize];
        bounds = new ValueBounds(nodes, inputSize);
    }

    /** Returns the b of a layer {@code A x + b}, its output for inputs that are 0; zeros for any other layer. */
    private double[] offset(Node node) {
        double[] offset = new double[node.shape().size()];
        if (node.passes().isAffine()) {
            double[][] zeros = node.inputs().stream()
                    .map(input -> new double[sizes[input]])
                    .toArray(double[][]::new);
            node.passes().bounds(zeros, zeros, offset, new double[offset.length]);
        }
        return offset;
    }

    /** How rows get past what is not affine. */
    interface Curves {

        /** Adds to the coefficients of a value, which are complete but for that; it may have to be reached for it. */
        default void enter(int value) {}

        /** Carries rows back through a node that is not affine. */
        void relax(int n);
    }

    Block block() {
        return block;
    }

    int lanes() {
        return block.lanes();
    }

    List<Node> nodes() {
        return nodes;
    }

    ValueBounds bounds() {
        return bounds;
    }

    LinearRows rows() {
        return rows;
    }

    float[] coefficients(int value) {
        return coefficients[value];
    }

    int size(int value) {
        return sizes[value];
    }

    int valueCount() {
        return sizes.length;
    }

    /** Clears the coefficients of a value, where rows begin. */
    void start(int value, int count) {
        int lanes = (count + Block.LANE_UNIT - 1) / Block.LANE_UNIT * Block.LANE_UNIT;
        block.setLanes(lanes);
        rows.start(lanes);
        Arrays.fill(reached, false);
        reach(value);
    }

    boolean isReached(int value) {
        return reached[value];
    }

    void reach(int value) {
        if (!reached[value]) {
            reached[value] = true;
            Arrays.fill(coefficients[value], 0, sizes[value] * block.lanes(), 0);
        }
    }

    /** Carries rows back from a value to the input. */
    void back(int from, Curves curves) {
        reach(0);
        for (int value = from; value > 0; value--) {
            curves.enter(value);
            if (reached[value]) {
                backThrough(value - 1, curves);
            }
        }
        curves.enter(0);
    }

    private void backThrough(int n, Curves curves) {
        Node node = nodes.get(n);
        Passes passes = node.passes();
        float[] ofOutput = coefficients[n + 1];
        int more =
                node.inputs().stream().mapToInt(input -> additions[input]).max().orElse(0);
        for (int i = 0; i < sizes[n + 1] && (passes.isAffine() || passes.roundings() > 0); i++) {
            double error = bounds.error(n, i, more);
            rows.addConstants(ofOutput, i, offsets[n][i] - error, offsets[n][i] + error);
        }
        if (passes.isAffine()) {
            rows.takeOff(bounds.underflow(n, more));
            node.inputs().forEach(input -> chargeAdditions(input, passes.roundings() + 1));
            passes.backward(block, inputCoefficients(node), ofOutput, ofOutput, inputCoefficients(node));
        } else {
            curves.relax(n);
        }
    }

    /** Takes off what the coefficients that a curve has left at a value lose when others are added to them. */
    private void chargeAdditions(int value, int count) {
        boolean mayHaveCoefficients = isTakenByCurve[value] && reached[value];
        for (int i = 0; mayHaveCoefficients && i < sizes[value]; i++) {
            double error = bounds.errorOfAdditions(value, i, count);
            rows.addConstants(coefficients[value], i, -error, error);
        }
    }

    /** Replaces the output of a node by its bounds. */
    void relaxToIntervals(int n) {
        for (int i = 0; i < sizes[n + 1]; i++) {
            rows.addConstants(coefficients[n + 1], i, bounds.lower(n + 1, i), bounds.upper(n + 1, i));
        }
    }

    /** Carries rows back through a node by its own lines, the same for all lanes. */
    void relaxByLines(int n) {
        Node node = nodes.get(n);
        node.passes().relax(rows, bounds.lower(node), bounds.upper(node), coefficients[n + 1], inputCoefficients(node));
    }

    private float[][] inputCoefficients(Node node) {
        node.inputs().forEach(this::reach);
        return node.inputs().stream().map(input -> coefficients[input]).toArray(float[][]::new);
    }

    /** Returns the least value on the set of the row that has come back to the input. */
    double lowerBound(int lane, InputSet set) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = -coefficients[0][i * block.lanes() + lane];
        }
        return rows.constant(lane) - set.support(weights);
    }
}
