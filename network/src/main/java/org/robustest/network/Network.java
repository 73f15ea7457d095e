package org.robustest.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/**
 * A neural network as a graph of {@linkplain Layer layers}, from one input to one vector of logits.
 *
 * <p>Immutable and safe for use by several threads. A batch is cut into blocks of {@link #LANES} samples that run on the
 * fork-join pool of the calling thread, or else on the common pool; memory is a workspace for each thread that takes part.
 * The same input gives the same bits whatever the batch, its order and the number of threads.
 */
public final class Network implements DifferentiableClassifier {

    /** The number of samples that stand side by side in a block. */
    static final int LANES = 64;

    private final Shape inputShape;
    private final List<Node> nodes;
    private final Value logits;
    private final Queue<Workspace> idleWorkspaces = new ConcurrentLinkedQueue<>();

    private Network(Shape inputShape, List<Node> nodes, Value logits) {
        this.inputShape = inputShape;
        this.nodes = nodes;
        this.logits = logits;
    }

    /**
     * Starts to build a network.
     *
     * @param inputShape the shape of one input
     * @return a builder whose only value is the input
     */
    public static Builder builder(Shape inputShape) {
        return new Builder(inputShape);
    }

    /**
     * Builds a network whose layers follow one another.
     *
     * @param inputShape the shape of one input
     * @param layers the layers, the first one first; at least one
     * @return the network; the outputs of the last layer are the logits
     * @throws IllegalArgumentException if a layer does not accept the output of the one before, or there are fewer than
     *     two logits
     */
    public static Network sequential(Shape inputShape, List<Layer> layers) {
        Builder builder = builder(inputShape);
        Value value = builder.input();
        for (Layer layer : layers) {
            value = builder.add(layer, value);
        }
        return builder.build(value);
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public int classCount() {
        return logits.shape().size();
    }

    @Override
    public int preferredBatchSize() {
        return LANES;
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        requireRoom(inputs, count, inputShape.size(), "inputs");
        requireRoom(logits, count, classCount(), "logits");
        forEachBlock(count, (workspace, first, lanes) -> {
            workspace.forward(inputs, first, lanes);
            workspace.copyLogits(logits, first, lanes);
        });
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        requireRoom(inputs, count, inputShape.size(), "inputs");
        requireRoom(logits, count, classCount(), "logits");
        requireRoom(gradients, count, inputShape.size(), "gradients");
        forEachBlock(count, (workspace, first, lanes) -> {
            workspace.forward(inputs, first, lanes);
            workspace.copyLogits(logits, first, lanes);
            workspace.backward(cotangent, first, lanes);
            workspace.copyInputGradients(gradients, first, lanes);
        });
    }

    private static void requireRoom(float[] array, int count, int each, String name) {
        if (count < 0 || (long) count * each > array.length) {
            throw new IllegalArgumentException("a batch of " + count + " needs " + (long) count * each + " values for "
                    + name + ", but the array has " + array.length);
        }
    }

    private void forEachBlock(int count, BlockPass pass) {
        int blocks = (count + LANES - 1) / LANES;
        BlockRange.run(blocks, block -> {
            Workspace workspace = idleWorkspaces.poll();
            if (workspace == null) {
                workspace = new Workspace(inputShape, nodes, logits.index());
            }
            int first = block * LANES;
            pass.run(workspace, first, Math.min(LANES, count - first));
            idleWorkspaces.add(workspace);
        });
    }

    /** Returns the layers in the order in which they run. */
    @Override
    public String toString() {
        return nodes.stream().map(node -> node.layer().description()).collect(Collectors.joining(" -> "));
    }

    @FunctionalInterface
    private interface BlockPass {
        void run(Workspace workspace, int first, int lanes);
    }

    /**
     * A value in a network under construction: its input, or the output of a layer.
     *
     * @param index 0 for the input, n for the output of the layer added as the n-th
     * @param shape the shape of the value
     */
    public record Value(int index, Shape shape) {}

    /** Builds a network layer by layer. Not safe for use by several threads at once. */
    public static final class Builder {

        private final Shape inputShape;
        private final List<Node> nodes = new ArrayList<>();

        private Builder(Shape inputShape) {
            this.inputShape = inputShape;
        }

        /**
         * Returns the input of the network.
         *
         * @return the value that every path starts from
         */
        public Value input() {
            return new Value(0, inputShape);
        }

        /**
         * Adds a layer.
         *
         * @param layer the layer
         * @param inputs the values it takes, from this builder
         * @return the value it gives
         * @throws IllegalArgumentException if the layer does not accept inputs of these shapes, or a value is not one of
         *     this builder's
         */
        public Value add(Layer layer, Value... inputs) {
            List<Value> values = List.of(inputs);
            for (Value value : values) {
                requireOwn(value);
            }
            Shape shape = layer.outputShape(values.stream().map(Value::shape).toList());
            nodes.add(new Node(layer, values.stream().map(Value::index).toList(), shape));
            return new Value(nodes.size(), shape);
        }

        /**
         * Completes the network.
         *
         * @param logits the value that holds the logits, one a class
         * @return the network
         * @throws IllegalArgumentException if there are fewer than two logits, or the value is not one of this builder's
         */
        public Network build(Value logits) {
            requireOwn(logits);
            if (logits.shape().size() < 2) {
                throw new IllegalArgumentException(
                        "a classifier needs at least two logits, but the last layer gives " + logits.shape());
            }
            return new Network(inputShape, List.copyOf(nodes), logits);
        }

        private void requireOwn(Value value) {
            if (value.index() < 0
                    || value.index() > nodes.size()
                    || !shape(value.index()).equals(value.shape())) {
                throw new IllegalArgumentException(value + " does not come from this builder");
            }
        }

        private Shape shape(int index) {
            return index == 0 ? inputShape : nodes.get(index - 1).shape();
        }
    }
}
