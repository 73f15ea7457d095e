package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.robustest.classifier.BoundMethod;
import org.robustest.classifier.InputSet;

/**
 * The memory of one thread to bound the values of a network for one set of inputs, by intervals and by linear functions
 * carried back to the input (CROWN: Zhang et al., NeurIPS 2018).
 *
 * <p>An affine layer carries coefficients back as it does gradients, so that its backward pass serves here too. That pass
 * rounds to floats: coefficients {@code λA} are off by no more than {@code γ |λ| |A|}, so what they are multiplied with is off
 * by {@code γ |λ| |A| |x|}, which is what the rounding of the layer itself can add to the bound. Both are taken off.
 */
final class LinearBounds {

    private static final int LANES = 64;

    private final Block block = new Block(Kernels.create());
    private final List<Node> nodes;
    private final int logits;
    private final int[] sizes;
    private final int[] additions;
    private final float[][] coefficients;
    private final boolean[] reached;
    private final double[][] offsets;
    private final LinearRows rows = new LinearRows(LANES);
    private final double[] weights;
    private final ValueBounds bounds;

    LinearBounds(Network network) {
        nodes = network.nodes();
        logits = network.logitsIndex();
        int inputSize = network.inputShape().size();
        sizes = Node.valueSizes(inputSize, nodes);
        additions = new int[sizes.length];
        for (Node node : nodes) {
            int own = node.passes().isAffine() ? node.passes().roundings() + 1 : 0;
            node.inputs().forEach(input -> additions[input] += own);
        }
        coefficients = Workspace.allocate(sizes, LANES);
        reached = new boolean[sizes.length];
        offsets = nodes.stream().map(this::offset).toArray(double[][]::new);
        weights = new double[inputSize];
        bounds = new ValueBounds(nodes, inputSize);
    }

    /** Returns the b of a layer {@code A x + b}: its output for inputs that are 0. */
    private double[] offset(Node node) {
        double[] offset = new double[node.passes().isAffine() ? node.shape().size() : 0];
        if (node.passes().isAffine()) {
            double[][] zeros = node.inputs().stream()
                    .map(input -> new double[sizes[input]])
                    .toArray(double[][]::new);
            node.passes().bounds(zeros, zeros, offset, new double[offset.length]);
        }
        return offset;
    }

    /** Bounds the margins of a class from below. */
    double[] margins(InputSet set, int label, BoundMethod method) {
        bounds.setInput(set);
        for (int n = 0; n < nodes.size(); n++) {
            bounds.bound(n);
            if (method == BoundMethod.CROWN && nodes.get(n).passes().isAffine()) {
                tighten(n + 1, set);
            }
        }
        return margins(set, label, method == BoundMethod.INTERVAL);
    }

    private double[] margins(InputSet set, int label, boolean usesIntervals) {
        double[] margins = new double[sizes[logits]];
        margins[label] = Double.POSITIVE_INFINITY;
        int[] rivals = new int[LANES];
        for (int first = 0; first < margins.length; first += LANES) {
            int count = Math.min(LANES, margins.length - first);
            start(logits, count);
            for (int lane = 0; lane < count; lane++) {
                rivals[lane] = first + lane;
                coefficients[logits][label * block.lanes() + lane] += 1;
                coefficients[logits][rivals[lane] * block.lanes() + lane] -= 1;
            }
            back(logits, usesIntervals);
            for (int lane = 0; lane < count; lane++) {
                if (rivals[lane] != label) {
                    margins[rivals[lane]] = lowerBound(lane, set);
                }
            }
        }
        return margins;
    }

    /** Bounds a value closer wherever a layer that takes it gains from that: each of its numbers from below and from above. */
    private void tighten(int value, InputSet set) {
        int[] wanted = wanted(value);
        int half = LANES / 2;
        for (int first = 0; first < wanted.length; first += half) {
            int count = Math.min(half, wanted.length - first);
            start(value, 2 * count);
            for (int j = 0; j < count; j++) {
                int row = wanted[first + j] * block.lanes();
                coefficients[value][row + 2 * j] = 1;
                coefficients[value][row + 2 * j + 1] = -1;
            }
            back(value, false);
            for (int j = 0; j < count; j++) {
                bounds.raiseLower(value, wanted[first + j], lowerBound(2 * j, set));
                bounds.reduceUpper(value, wanted[first + j], -lowerBound(2 * j + 1, set));
            }
        }
    }

    private int[] wanted(int value) {
        List<Passes> curved = nodes.stream()
                .filter(node -> node.inputs().contains(value))
                .map(Node::passes)
                .filter(passes -> !passes.isAffine())
                .toList();
        return IntStream.range(0, sizes[value])
                .filter(i -> curved.stream()
                        .anyMatch(
                                passes -> passes.gainsFromCloserBounds(bounds.lower(value, i), bounds.upper(value, i))))
                .toArray();
    }

    /** Clears the coefficients of a value, where rows begin. */
    private void start(int value, int count) {
        int lanes = (count + Block.LANE_UNIT - 1) / Block.LANE_UNIT * Block.LANE_UNIT;
        block.setLanes(lanes);
        rows.start(lanes);
        Arrays.fill(reached, false);
        reach(value);
    }

    private void reach(int value) {
        if (!reached[value]) {
            reached[value] = true;
            Arrays.fill(coefficients[value], 0, sizes[value] * block.lanes(), 0);
        }
    }

    /** Carries rows back from a value to the input. */
    private void back(int from, boolean usesIntervals) {
        reach(0);
        for (int n = from - 1; n >= 0; n--) {
            if (reached[n + 1]) {
                backThrough(n, usesIntervals);
            }
        }
    }

    private void backThrough(int n, boolean usesIntervals) {
        Node node = nodes.get(n);
        Passes passes = node.passes();
        float[] ofOutput = coefficients[n + 1];
        int more =
                node.inputs().stream().mapToInt(input -> additions[input]).max().orElse(0);
        for (int i = 0; i < sizes[n + 1] && (passes.isAffine() || passes.roundings() > 0); i++) {
            rows.subtractErrors(ofOutput, i, bounds.error(n, i, more));
        }
        if (!passes.isAffine() && usesIntervals) {
            addConstants(ofOutput, sizes[n + 1], i -> bounds.lower(n + 1, i), i -> bounds.upper(n + 1, i));
            return;
        }
        node.inputs().forEach(this::reach);
        float[][] ofInputs =
                node.inputs().stream().map(input -> coefficients[input]).toArray(float[][]::new);
        if (passes.isAffine()) {
            addConstants(ofOutput, sizes[n + 1], i -> offsets[n][i], i -> offsets[n][i]);
            passes.backward(block, ofInputs, ofOutput, ofOutput, ofInputs);
        } else {
            passes.relax(rows, bounds.lower(node), bounds.upper(node), ofOutput, ofInputs);
        }
    }

    private void addConstants(float[] ofOutput, int size, IntToDoubleFunction below, IntToDoubleFunction above) {
        for (int i = 0; i < size; i++) {
            rows.addConstants(ofOutput, i, below.applyAsDouble(i), above.applyAsDouble(i));
        }
    }

    /** Returns the least value on the set of the row that has come back to the input. */
    private double lowerBound(int lane, InputSet set) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = -coefficients[0][i * block.lanes() + lane];
        }
        return rows.constant(lane) - set.support(weights);
    }
}
