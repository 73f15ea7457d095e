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

    private final Network network;
    private final int inputSize;
    private final Queue<TrainingWorkspace> idleWorkspaces = new ConcurrentLinkedQueue<>();

    private Derivatives(Network network) {
        this.network = network;
        this.inputSize = network.inputShape().size();
    }

    /**
     * Prepares for the derivatives of a network.
     *
     * @param network the network
     * @return its derivatives
     */
    public static Derivatives of(Network network) {
        return new Derivatives(network);
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
        requireLikeParameters(gradients);
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
        requireLikeParameters(gradients);
        run(
                inputs,
                count,
                logits,
                gradients,
                (workspace, first, n) -> workspace.objectiveGradients(objective, first, n));
    }

    private void requireLikeParameters(List<float[]> gradients) {
        List<Integer> needed =
                network.parameters().stream().map(parameter -> parameter.length).toList();
        List<Integer> given =
                gradients.stream().map(gradient -> gradient.length).toList();
        if (!needed.equals(given)) {
            throw new IllegalArgumentException("the gradients need an array for each of the parameters, of the lengths "
                    + needed + ", but there were " + given);
        }
    }

    /**
     * Computes the logits and then a pass, on blocks that do not depend on the number of threads, whose gradients are added
     * up in their order.
     */
    private void run(float[] inputs, int count, float[] logits, List<float[]> gradients, TrainingPass pass) {
        Network.requireRoom(inputs, count, inputSize, "inputs");
        Network.requireRoom(logits, count, network.classCount(), "logits");
        int size = Math.min(network.maxLanes(), MOST_LANES);
        int blocks = (count + size - 1) / size;
        TrainingWorkspace[] workspaces = new TrainingWorkspace[Math.min(blocks, BlockRange.parallelism())];
        for (int i = 0; i < workspaces.length; i++) {
            TrainingWorkspace idle = idleWorkspaces.poll();
            workspaces[i] = idle != null ? idle : new TrainingWorkspace(network, size);
            workspaces[i].setLanes(size);
        }
        for (int start = 0; start < blocks; start += workspaces.length) {
            int from = start;
            int together = Math.min(workspaces.length, blocks - from);
            BlockRange.run(together, i -> {
                int first = (from + i) * size;
                int n = Math.min(size, count - first);
                workspaces[i].forward(inputs, first, n);
                workspaces[i].copyLogits(logits, first, n);
                pass.run(workspaces[i], first, n);
            });
            if (!gradients.isEmpty()) {
                for (int i = 0; i < together; i++) {
                    workspaces[i].addParameterGradientsTo(gradients);
                }
            }
        }
        idleWorkspaces.addAll(List.of(workspaces));
    }

    @FunctionalInterface
    private interface TrainingPass {
        void run(TrainingWorkspace workspace, int first, int count);
    }
}
