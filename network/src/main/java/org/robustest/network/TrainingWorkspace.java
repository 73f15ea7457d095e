package org.robustest.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.robustest.classifier.Cotangent;

/** The memory of one thread for tangents and for gradients with respect to parameters: it keeps every value of a pass. */
final class TrainingWorkspace {

    private final Block block = new Block(Kernels.create());
    private List<Node> nodes;
    private final int inputSize;
    private final int classCount;
    private final int logits;
    private final int[] sizes;
    private final float[][] values;
    private final float[][] gradients;
    private final float[][] tangents;
    private final float[][] adjoints;
    private final float[][][] nodeInputs;
    private final float[][][] nodeInputGradients;
    private final float[][][] nodeInputTangents;
    private final float[][][] nodeInputAdjoints;
    private final float[][][] parameterGradients;

    TrainingWorkspace(Network network, int maxLanes) {
        nodes = network.nodes();
        inputSize = network.inputShape().size();
        classCount = network.classCount();
        logits = network.logitsIndex();
        sizes = Node.valueSizes(inputSize, nodes);
        values = Workspace.allocate(sizes, maxLanes);
        gradients = Workspace.allocate(sizes, maxLanes);
        tangents = Workspace.allocate(sizes, maxLanes);
        adjoints = Workspace.allocate(sizes, maxLanes);
        nodeInputs = Workspace.ofInputs(nodes, values);
        nodeInputGradients = Workspace.ofInputs(nodes, gradients);
        nodeInputTangents = Workspace.ofInputs(nodes, tangents);
        nodeInputAdjoints = Workspace.ofInputs(nodes, adjoints);
        parameterGradients = nodes.stream()
                .map(node -> node.passes().parameters().stream()
                        .map(parameter -> new float[parameter.length])
                        .toArray(float[][]::new))
                .toArray(float[][][]::new);
    }

    /** The floats that a workspace takes for each lane, for values of given sizes. */
    static long floats(int[] sizes) {
        return 4L * Arrays.stream(sizes).sum();
    }

    /** Moves on to nodes of the same form, which may have other parameters. */
    void setNodes(List<Node> nodes) {
        this.nodes = nodes;
    }

    void setLanes(int lanes) {
        block.setLanes(lanes);
    }

    void forward(float[] inputs, int first, int count) {
        Lanes.fromSamples(inputs, inputSize, first, count, values[0], block.lanes());
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).passes().forward(block, nodeInputs[n], values[n + 1]);
        }
    }

    void copyLogits(float[] target, int first, int count) {
        Lanes.toSamples(values[logits], block.lanes(), classCount, first, count, target);
    }

    /** Computes the derivatives of all values along directions of the input. */
    void tangent(float[] directions, int first, int count) {
        Lanes.fromSamples(directions, inputSize, first, count, tangents[0], block.lanes());
        propagateTangents();
    }

    void copyLogitTangents(float[] target, int first, int count) {
        Lanes.toSamples(tangents[logits], block.lanes(), classCount, first, count, target);
    }

    /** Computes the gradients with respect to all parameters, given a cotangent on the logits. */
    void parameterGradients(Cotangent cotangent, int first, int count) {
        clearParameterGradients();
        backward(cotangent, first, count);
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).passes().parameterGradients(block, nodeInputs[n], gradients[n + 1], parameterGradients[n]);
        }
    }

    /**
     * Computes the gradients of an objective that depends on the input gradient (Ma and Liang, 2022; the passes are those of
     * forward-over-reverse differentiation): the adjoints of the logits' part and of the curvature go back together.
     */
    void objectiveGradients(Objective objective, int first, int count) {
        clearParameterGradients();
        boolean dependsOnInputGradient = objective.dependsOnInputGradient();
        if (dependsOnInputGradient) {
            backward(objective::inputGradientCotangent, first, count);
        }
        writeDerivatives(objective, first, count);
        if (dependsOnInputGradient) {
            propagateTangents();
            addCotangentDerivatives(objective, first, count);
        }
        for (int n = nodes.size() - 1; n >= 0; n--) {
            Passes passes = nodes.get(n).passes();
            passes.backward(block, nodeInputs[n], values[n + 1], adjoints[n + 1], nodeInputAdjoints[n]);
            passes.parameterGradients(block, nodeInputs[n], adjoints[n + 1], parameterGradients[n]);
            if (dependsOnInputGradient) {
                addCurvature(passes, n);
            }
        }
    }

    private void addCurvature(Passes passes, int n) {
        passes.curvature(
                block, nodeInputs[n], values[n + 1], nodeInputTangents[n], gradients[n + 1], nodeInputAdjoints[n]);
        passes.tangentParameterGradients(
                block, nodeInputs[n], nodeInputTangents[n], gradients[n + 1], parameterGradients[n]);
    }

    private void backward(Cotangent cotangent, int first, int count) {
        clear(gradients);
        Lanes.writeCotangents(cotangent, values[logits], classCount, first, count, gradients[logits], block.lanes());
        for (int n = nodes.size() - 1; n >= 0; n--) {
            nodes.get(n)
                    .passes()
                    .backward(block, nodeInputs[n], values[n + 1], gradients[n + 1], nodeInputGradients[n]);
        }
    }

    /** Starts the tangents from the derivative with respect to the input gradient, the adjoints from that to the logits. */
    private void writeDerivatives(Objective objective, int first, int count) {
        int lanes = block.lanes();
        float[] z = new float[classCount];
        float[] v = new float[inputSize];
        float[] c = new float[classCount];
        float[] s = new float[inputSize];
        clear(adjoints);
        Arrays.fill(tangents[0], 0, inputSize * lanes, 0);
        for (int lane = 0; lane < count; lane++) {
            Lanes.copyLane(values[logits], lanes, lane, z);
            Lanes.copyLane(gradients[0], lanes, lane, v);
            Arrays.fill(c, 0);
            Arrays.fill(s, 0);
            objective.derivatives(first + lane, z, v, c, s);
            Lanes.setLane(c, adjoints[logits], lanes, lane);
            Lanes.setLane(s, tangents[0], lanes, lane);
        }
    }

    private void addCotangentDerivatives(Objective objective, int first, int count) {
        int lanes = block.lanes();
        float[] z = new float[classCount];
        float[] t = new float[classCount];
        float[] c = new float[classCount];
        for (int lane = 0; lane < count; lane++) {
            Lanes.copyLane(values[logits], lanes, lane, z);
            Lanes.copyLane(tangents[logits], lanes, lane, t);
            Lanes.copyLane(adjoints[logits], lanes, lane, c);
            objective.addCotangentDerivative(first + lane, z, t, c);
            Lanes.setLane(c, adjoints[logits], lanes, lane);
        }
    }

    private void propagateTangents() {
        for (int n = 0; n < nodes.size(); n++) {
            nodes.get(n).passes().tangent(block, nodeInputs[n], values[n + 1], nodeInputTangents[n], tangents[n + 1]);
        }
    }

    private void clear(float[][] arrays) {
        for (int i = 0; i < arrays.length; i++) {
            Arrays.fill(arrays[i], 0, sizes[i] * block.lanes(), 0);
        }
    }

    private void clearParameterGradients() {
        for (float[][] ofNode : parameterGradients) {
            for (float[] gradient : ofNode) {
                Arrays.fill(gradient, 0);
            }
        }
    }

    /** Adds the gradients of this block to those of others. */
    void addParameterGradientsTo(List<float[]> sums) {
        List<float[]> own = new ArrayList<>();
        for (float[][] ofNode : parameterGradients) {
            own.addAll(Arrays.asList(ofNode));
        }
        for (int p = 0; p < own.size(); p++) {
            float[] sum = sums.get(p);
            float[] gradient = own.get(p);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradient[i];
            }
        }
    }
}
