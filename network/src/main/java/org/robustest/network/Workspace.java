package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import org.robustest.classifier.Cotangent;

/** The memory of one thread for the passes over one block of samples. */
final class Workspace {

    /** So many values of so many samples are moved at a time between rows of samples and rows of lanes. */
    private static final int SQUARE = 16;

    private final Block block = new Block(Kernels.create());
    private final List<Node> nodes;
    private final Plan plan;
    private final float[][] values;
    private final float[][] gradients;
    private final float[][][] nodeInputs;
    private final float[][][] nodeInputGradients;
    private final float[][] gradientMemory;
    private final int inputSize;
    private final float[] logits;
    private final float[] logitGradients;
    private final float[] laneLogits;
    private final float[] laneCotangent;

    Workspace(Plan plan, List<Node> nodes, int inputSize, int logits, int classCount, int maxLanes) {
        this.plan = plan;
        this.nodes = nodes;
        float[][] valueMemory = allocate(plan.valueSizes(), maxLanes);
        gradientMemory = allocate(plan.gradientSizes(), maxLanes);
        values = select(valueMemory, plan.valueSlots());
        gradients = select(gradientMemory, plan.gradientSlots());
        nodeInputs = new float[nodes.size()][][];
        nodeInputGradients = new float[nodes.size()][][];
        for (int n = 0; n < nodes.size(); n++) {
            int[] inputs =
                    nodes.get(n).inputs().stream().mapToInt(Integer::intValue).toArray();
            nodeInputs[n] = select(values, inputs);
            nodeInputGradients[n] = select(gradients, inputs);
        }
        this.inputSize = inputSize;
        this.logits = values[logits];
        this.logitGradients = gradients[logits];
        laneLogits = new float[classCount];
        laneCotangent = new float[classCount];
    }

    private static float[][] allocate(int[] sizes, int lanes) {
        return Arrays.stream(sizes)
                .mapToObj(size -> new float[Math.multiplyExact(size, lanes)])
                .toArray(float[][]::new);
    }

    private static float[][] select(float[][] arrays, int[] indexes) {
        return Arrays.stream(indexes).mapToObj(index -> arrays[index]).toArray(float[][]::new);
    }

    /** Makes room for as many samples as there are lanes. */
    void setLanes(int lanes) {
        block.setLanes(lanes);
    }

    /** Computes all values for the samples from {@code first} on, of which there are at most as many as lanes. */
    void forward(float[] inputs, int first, int count) {
        toLanes(inputs, inputSize, first, count, values[0]);
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).passes().forward(block, nodeInputs[n], values[n + 1]);
        }
    }

    void copyLogits(float[] target, int first, int count) {
        fromLanes(logits, laneLogits.length, first, count, target);
    }

    /** Computes the gradients with respect to all values, given a cotangent on the logits. */
    void backward(Cotangent cotangent, int first, int count) {
        writeCotangents(cotangent, first, count);
        for (int n = nodes.size() - 1; n >= 0; n--) {
            for (int slot : plan.begun(n)) {
                Arrays.fill(gradientMemory[slot], 0, plan.gradientSizes()[slot] * block.lanes(), 0);
            }
            nodes.get(n)
                    .passes()
                    .backward(block, nodeInputs[n], values[n + 1], gradients[n + 1], nodeInputGradients[n]);
        }
    }

    private void writeCotangents(Cotangent cotangent, int first, int count) {
        int lanes = block.lanes();
        Arrays.fill(logitGradients, 0, laneLogits.length * lanes, 0);
        for (int lane = 0; lane < count; lane++) {
            for (int k = 0; k < laneLogits.length; k++) {
                laneLogits[k] = logits[k * lanes + lane];
            }
            Arrays.fill(laneCotangent, 0);
            cotangent.write(first + lane, laneLogits, laneCotangent);
            for (int k = 0; k < laneLogits.length; k++) {
                logitGradients[k * lanes + lane] = laneCotangent[k];
            }
        }
    }

    void copyInputGradients(float[] target, int first, int count) {
        fromLanes(gradients[0], inputSize, first, count, target);
    }

    private void toLanes(float[] source, int size, int first, int count, float[] target) {
        int lanes = block.lanes();
        if (count < lanes) {
            Arrays.fill(target, 0, size * lanes, 0);
        }
        for (int lane = 0; lane < count; lane += SQUARE) {
            int lastLane = Math.min(count, lane + SQUARE);
            for (int i = 0; i < size; i += SQUARE) {
                int last = Math.min(size, i + SQUARE);
                for (int l = lane; l < lastLane; l++) {
                    int from = (first + l) * size;
                    for (int v = i; v < last; v++) {
                        target[v * lanes + l] = source[from + v];
                    }
                }
            }
        }
    }

    private void fromLanes(float[] source, int size, int first, int count, float[] target) {
        int lanes = block.lanes();
        for (int lane = 0; lane < count; lane += SQUARE) {
            int lastLane = Math.min(count, lane + SQUARE);
            for (int i = 0; i < size; i += SQUARE) {
                int last = Math.min(size, i + SQUARE);
                for (int l = lane; l < lastLane; l++) {
                    int to = (first + l) * size;
                    for (int v = i; v < last; v++) {
                        target[to + v] = source[v * lanes + l];
                    }
                }
            }
        }
    }
}
