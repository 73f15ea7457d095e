package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import org.robustest.classifier.Cotangent;

/** The memory of one thread for the passes of one block of samples to the logits and back to the input. */
final class Workspace {

    private final Block block = new Block(Kernels.create());
    private List<Node> nodes;
    private final Plan plan;
    private final int inputSize;
    private final int classCount;
    private final int[] sizes;
    private final float[][] values;
    private final float[][] gradients;
    private final float[][][] nodeInputs;
    private final float[][][] nodeInputGradients;
    private final float[] logits;
    private final float[] logitGradients;

    Workspace(Plan plan, List<Node> nodes, int inputSize, int logits, int classCount, int maxLanes) {
        this.plan = plan;
        this.nodes = nodes;
        this.inputSize = inputSize;
        this.classCount = classCount;
        sizes = Node.valueSizes(inputSize, nodes);
        values = select(allocate(plan.valueSizes(), maxLanes), plan.valueSlots());
        gradients = select(allocate(plan.gradientSizes(), maxLanes), plan.gradientSlots());
        nodeInputs = ofInputs(nodes, values);
        nodeInputGradients = ofInputs(nodes, gradients);
        this.logits = values[logits];
        this.logitGradients = gradients[logits];
    }

    static float[][] allocate(int[] sizes, int lanes) {
        return Arrays.stream(sizes)
                .mapToObj(size -> new float[Math.multiplyExact(size, lanes)])
                .toArray(float[][]::new);
    }

    private static float[][] select(float[][] arrays, int[] indexes) {
        return Arrays.stream(indexes).mapToObj(index -> arrays[index]).toArray(float[][]::new);
    }

    /** Returns, for each node, the arrays of its inputs. */
    static float[][][] ofInputs(List<Node> nodes, float[][] arrays) {
        return nodes.stream()
                .map(node -> node.inputs().stream().map(input -> arrays[input]).toArray(float[][]::new))
                .toArray(float[][][]::new);
    }

    /** Moves on to nodes of the same form, which may have other parameters. */
    void setNodes(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** Makes room for as many samples as there are lanes. */
    void setLanes(int lanes) {
        block.setLanes(lanes);
    }

    /** Computes the logits of the samples from {@code first} on, of which there are at most as many as lanes. */
    void forward(float[] inputs, int first, int count) {
        Lanes.fromSamples(inputs, inputSize, first, count, values[0], block.lanes());
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).passes().forward(block, nodeInputs[n], values[n + 1]);
        }
    }

    void copyLogits(float[] target, int first, int count) {
        Lanes.toSamples(logits, block.lanes(), classCount, first, count, target);
    }

    /** Computes the input gradients, given a cotangent on the logits. */
    void backward(Cotangent cotangent, int first, int count) {
        Lanes.writeCotangents(cotangent, logits, classCount, first, count, logitGradients, block.lanes());
        for (int n = nodes.size() - 1; n >= 0; n--) {
            for (int value : plan.begun(n)) {
                Arrays.fill(gradients[value], 0, sizes[value] * block.lanes(), 0);
            }
            nodes.get(n)
                    .passes()
                    .backward(block, nodeInputs[n], values[n + 1], gradients[n + 1], nodeInputGradients[n]);
        }
    }

    void copyInputGradients(float[] target, int first, int count) {
        Lanes.toSamples(gradients[0], block.lanes(), inputSize, first, count, target);
    }
}
