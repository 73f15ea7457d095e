package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import org.robustest.classifier.Cotangent;
import org.robustest.samples.Shape;

/** The memory of one thread for the passes over one block: every value of the graph and its gradient, in lanes. */
final class Workspace {

    private static final int LANES = Network.LANES;

    private final List<Node> nodes;
    private final float[][] values;
    private final float[][] gradients;
    private final float[][][] nodeInputs;
    private final float[][][] nodeInputGradients;
    private final int logits;
    private final float[] laneLogits;
    private final float[] laneCotangent;

    Workspace(Shape inputShape, List<Node> nodes, int logits) {
        this.nodes = nodes;
        this.logits = logits;
        values = new float[nodes.size() + 1][];
        gradients = new float[nodes.size() + 1][];
        nodeInputs = new float[nodes.size()][][];
        nodeInputGradients = new float[nodes.size()][][];
        allocate(0, inputShape);
        for (int n = 0; n < nodes.size(); n++) {
            allocate(n + 1, nodes.get(n).shape());
            nodeInputs[n] = select(values, nodes.get(n).inputs());
            nodeInputGradients[n] = select(gradients, nodes.get(n).inputs());
        }
        laneLogits = new float[values[logits].length / LANES];
        laneCotangent = new float[laneLogits.length];
    }

    private void allocate(int value, Shape shape) {
        values[value] = new float[Math.multiplyExact(shape.size(), LANES)];
        gradients[value] = new float[values[value].length];
    }

    private static float[][] select(float[][] arrays, List<Integer> indexes) {
        return indexes.stream().map(index -> arrays[index]).toArray(float[][]::new);
    }

    void forward(float[] inputs, int first, int lanes) {
        float[] input = values[0];
        int size = input.length / LANES;
        if (lanes < LANES) {
            Arrays.fill(input, 0);
        }
        for (int lane = 0; lane < lanes; lane++) {
            int from = (first + lane) * size;
            for (int i = 0; i < size; i++) {
                input[i * LANES + lane] = inputs[from + i];
            }
        }
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).layer().forward(nodeInputs[n], values[n + 1]);
        }
    }

    void copyLogits(float[] target, int first, int lanes) {
        copyLanes(values[logits], target, first, lanes);
    }

    void backward(Cotangent cotangent, int first, int lanes) {
        for (float[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
        for (int lane = 0; lane < lanes; lane++) {
            for (int k = 0; k < laneLogits.length; k++) {
                laneLogits[k] = values[logits][k * LANES + lane];
            }
            Arrays.fill(laneCotangent, 0);
            cotangent.write(first + lane, laneLogits, laneCotangent);
            for (int k = 0; k < laneLogits.length; k++) {
                gradients[logits][k * LANES + lane] = laneCotangent[k];
            }
        }
        for (int n = nodes.size() - 1; n >= 0; n--) {
            nodes.get(n).layer().backward(nodeInputs[n], values[n + 1], gradients[n + 1], nodeInputGradients[n]);
        }
    }

    void copyInputGradients(float[] target, int first, int lanes) {
        copyLanes(gradients[0], target, first, lanes);
    }

    private static void copyLanes(float[] source, float[] target, int first, int lanes) {
        int size = source.length / LANES;
        for (int lane = 0; lane < lanes; lane++) {
            int to = (first + lane) * size;
            for (int i = 0; i < size; i++) {
                target[to + i] = source[i * LANES + lane];
            }
        }
    }
}
