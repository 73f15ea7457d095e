package org.robustest.network;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.robustest.classifier.Cotangent;

/**
 * The derivatives of a network beside its input gradients: along directions of the input, and with respect to its parameters.
 *
 * <p>Safe for use by several threads. Runs on the fork-join pool of the calling thread, or else on the common pool, and gives
 * the same bits on any number of threads.
 */
public final class Derivatives {

    private static final int MOST_LANES = 64;

    /** So many floats may be kept while an objective looks at the logits of the whole batch: 256 MB. */
    private static final long MOST_KEPT = 1L << 26;

    private final Network network;
    private final int inputSize;
    private final Queue<TrainingWorkspace> idleWorkspaces;

    private Derivatives(Network network, Queue<TrainingWorkspace> idleWorkspaces) {
        this.network = network;
        this.inputSize = network.inputShape().size();
        this.idleWorkspaces = idleWorkspaces;
    }

    /**
     * Prepares for the derivatives of a network.
     *
     * @param network the network
     * @return its derivatives
     */
    public static Derivatives of(Network network) {
        return new Derivatives(network, new ConcurrentLinkedQueue<>());
    }

    /**
     * Returns the network.
     *
     * @return the network whose derivatives these are
     */
    public Network network() {
        return network;
    }

    /**
     * Returns the derivatives of the network with other parameters, which share the memory of these.
     *
     * @param parameters the parameters, as {@link Network#withParameters} takes them; copied
     * @return the derivatives there
     * @throws IllegalArgumentException if the arrays are not as many and as long as the parameters
     * @throws UnsupportedOperationException if a layer cannot take other parameters
     */
    public Derivatives withParameters(List<float[]> parameters) {
        return new Derivatives(network.withParameters(parameters), idleWorkspaces);
    }

    /**
     * Computes the logits z of a batch and, for every input, the product {@code ∂z/∂x t} with a direction t: how the logits
     * change along it.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}; not changed
     * @param count the number of inputs N, from 0
     * @param directions the directions t, row-major {@code [N, C, L]}; not changed
     * @param logits receives the logits, row-major {@code [N, K]}
     * @param tangents receives the products, row-major {@code [N, K]}
     * @throws IllegalArgumentException if an array is too small for {@code count} inputs
     */
    public void tangents(float[] inputs, int count, float[] directions, float[] logits, float[] tangents) {
        Network.requireRoom(directions, count, inputSize, "directions");
        Network.requireRoom(tangents, count, network.classCount(), "tangents");
        run(inputs, count, logits, List.of(), (workspace, first, n) -> {
            workspace.tangent(directions, first, n);
            workspace.copyLogitTangents(tangents, first, n);
        });
    }

    /**
     * Computes the logits z of a batch and adds {@code Σ uᵀ ∂z/∂θ}, the sum over the inputs, to gradients with respect to
     * the parameters θ. The sum is made in an order that does not depend on the number of threads.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}; not changed
     * @param count the number of inputs N, from 0
     * @param cotangent gives the cotangent u of each input, as in {@link Network#inputGradients}
     * @param logits receives the logits, row-major {@code [N, K]}
     * @param gradients receive the gradients, an array for each of the {@linkplain Network#parameters parameters} and as long
     * @throws IllegalArgumentException if an array is too small for {@code count} inputs, or the gradients are not as many
     *     and as long as the parameters
     */
    public void parameterGradients(
            float[] inputs, int count, Cotangent cotangent, float[] logits, List<float[]> gradients) {
        network.requireLikeParameters(gradients, "gradients");
        run(
                inputs,
                count,
                logits,
                gradients,
                (workspace, first, n) -> workspace.parameterGradients(cotangent, first, n));
    }

    /**
     * Computes the logits of a batch and adds the gradient of an objective that depends on the input gradients, summed over
     * the inputs, to gradients with respect to the parameters. It is exact, also in the second derivatives of smooth
     * activations, and costs two passes forward and two back.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}; not changed
     * @param count the number of inputs N, from 0
     * @param objective the objective
     * @param logits receives the logits, row-major {@code [N, K]}
     * @param gradients receive the gradients, an array for each of the {@linkplain Network#parameters parameters} and as long
     * @throws IllegalArgumentException if an array is too small for {@code count} inputs, or the gradients are not as many
     *     and as long as the parameters
     */
    public void objectiveGradients(
            float[] inputs, int count, Objective objective, float[] logits, List<float[]> gradients) {
        network.requireLikeParameters(gradients, "gradients");
        requireRoom(inputs, count, logits);
        int blocks = (count + blockSize() - 1) / blockSize();
        TrainingWorkspace[] workspaces = workspaces(Math.min(blocks, Math.max(BlockRange.parallelism(), mostKept())));
        boolean isKept = blocks <= workspaces.length;
        if (isKept) {
            BlockRange.run(blocks, i -> forward(workspaces[i], i, inputs, count, logits));
        } else {
            network.logits(inputs, count, logits);
        }
        objective.prepare(logits, count);
        runBlocks(workspaces, count, gradients, (workspace, block, n) -> {
            if (!isKept) {
                forward(workspace, block, inputs, count, logits);
            }
            workspace.objectiveGradients(objective, block * blockSize(), n);
        });
    }

    /**
     * Computes the logits and then a pass, on blocks that do not depend on the number of threads, whose gradients are added
     * up in their order.
     */
    private void run(float[] inputs, int count, float[] logits, List<float[]> gradients, TrainingPass pass) {
        requireRoom(inputs, count, logits);
        int blocks = (count + blockSize() - 1) / blockSize();
        TrainingWorkspace[] workspaces = workspaces(Math.min(blocks, BlockRange.parallelism()));
        runBlocks(workspaces, count, gradients, (workspace, block, n) -> {
            forward(workspace, block, inputs, count, logits);
            pass.run(workspace, block * blockSize(), n);
        });
    }

    private void requireRoom(float[] inputs, int count, float[] logits) {
        Network.requireRoom(inputs, count, inputSize, "inputs");
        Network.requireRoom(logits, count, network.classCount(), "logits");
    }

    private int blockSize() {
        return Math.min(network.maxLanes(), MOST_LANES);
    }

    private int mostKept() {
        int[] sizes = Node.valueSizes(inputSize, network.nodes());
        return (int) (MOST_KEPT / (TrainingWorkspace.floats(sizes) * blockSize()));
    }

    private TrainingWorkspace[] workspaces(int count) {
        TrainingWorkspace[] workspaces = new TrainingWorkspace[count];
        for (int i = 0; i < count; i++) {
            TrainingWorkspace idle = idleWorkspaces.poll();
            workspaces[i] = idle != null ? idle : new TrainingWorkspace(network, blockSize());
            workspaces[i].setNodes(network.nodes());
            workspaces[i].setLanes(blockSize());
        }
        return workspaces;
    }

    private void forward(TrainingWorkspace workspace, int block, float[] inputs, int count, float[] logits) {
        int first = block * blockSize();
        int n = Math.min(blockSize(), count - first);
        workspace.forward(inputs, first, n);
        workspace.copyLogits(logits, first, n);
    }

    private void runBlocks(TrainingWorkspace[] workspaces, int count, List<float[]> gradients, TrainingPass pass) {
        int blocks = (count + blockSize() - 1) / blockSize();
        for (int start = 0; start < blocks; start += workspaces.length) {
            int from = start;
            int together = Math.min(workspaces.length, blocks - from);
            BlockRange.run(
                    together,
                    i -> pass.run(workspaces[i], from + i, Math.min(blockSize(), count - (from + i) * blockSize())));
            if (!gradients.isEmpty()) {
                for (int i = 0; i < together; i++) {
                    workspaces[i].addParameterGradientsTo(gradients);
                }
            }
        }
        idleWorkspaces.addAll(List.of(workspaces));
    }

    /** What is done with one block of samples, given its number or that of its first sample, and its size. */
    @FunctionalInterface
    private interface TrainingPass {
        void run(TrainingWorkspace workspace, int place, int count);
    }
}
