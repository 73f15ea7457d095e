package org.robustest.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.robustest.classifier.BoundMethod;
import org.robustest.classifier.BoundableClassifier;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.InputSet;
import org.robustest.classifier.MarginDecision;
import org.robustest.samples.Shape;

/**
 * A neural network as a graph of {@linkplain Layer layers}, from one input to one vector of logits.
 *
 * <p>Immutable and safe for use by several threads. A batch is cut into blocks of samples that run on the fork-join pool of
 * the calling thread, or else on the common pool; memory is a workspace for each thread that takes part, however many
 * samples there are. The same input gives the same bits whatever the batch, its order, the number of threads, and whether
 * the JVM has the Vector API.
 */
public final class Network implements BoundableClassifier {

    private final Shape inputShape;
    private final List<Node> nodes;
    private final Value logits;
    private final Batches batches;
    private final Queue<LinearBounds> idleBounds = new ConcurrentLinkedQueue<>();

    private Network(Shape inputShape, List<Node> nodes, Value logits) {
        this.inputShape = inputShape;
        this.nodes = nodes;
        this.logits = logits;
        this.batches = new Batches(inputShape.size(), nodes, logits);
    }

    /** Takes over the memory of a network of the same form. */
    private Network(Network sameForm, List<Node> nodes) {
        this.inputShape = sameForm.inputShape;
        this.nodes = nodes;
        this.logits = sameForm.logits;
        this.batches = sameForm.batches;
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
        return maxLanes();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        requireRoom(inputs, count, inputShape.size(), "inputs");
        requireRoom(logits, count, classCount(), "logits");
        batches.forEachBlock(count, nodes, (workspace, first, n) -> {
            workspace.forward(inputs, first, n);
            workspace.copyLogits(logits, first, n);
        });
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        requireRoom(inputs, count, inputShape.size(), "inputs");
        requireRoom(logits, count, classCount(), "logits");
        requireRoom(gradients, count, inputShape.size(), "gradients");
        batches.forEachBlock(count, nodes, (workspace, first, n) -> {
            workspace.forward(inputs, first, n);
            workspace.copyLogits(logits, first, n);
            workspace.backward(cotangent, first, n);
            workspace.copyInputGradients(gradients, first, n);
        });
    }

    /**
     * Returns the parameters of all layers.
     *
     * @return the arrays of parameters, layer by layer in the order in which they run; not to be changed
     */
    public List<float[]> parameters() {
        return nodes.stream()
                .flatMap(node -> node.passes().parameters().stream())
                .toList();
    }

    /**
     * Returns this network with other parameters. The two share the memory of their passes, so that training makes a network
     * for each step at the cost of copying its parameters.
     *
     * @param parameters the arrays of parameters, as many and as long as {@link #parameters()}; copied
     * @return the network with those parameters
     * @throws IllegalArgumentException if the arrays are not as many and as long as the parameters
     * @throws UnsupportedOperationException if a layer cannot take other parameters
     */
    public Network withParameters(List<float[]> parameters) {
        requireLikeParameters(parameters, "new parameters");
        List<Node> moved = new ArrayList<>();
        int next = 0;
        for (Node node : nodes) {
            int count = node.passes().parameters().size();
            moved.add(new Node(node.passes().withParameters(parameters.subList(next, next + count)), node.inputs()));
            next += count;
        }
        return new Network(this, List.copyOf(moved));
    }

    void requireLikeParameters(List<float[]> arrays, String name) {
        List<Integer> needed =
                parameters().stream().map(parameter -> parameter.length).toList();
        List<Integer> given = arrays.stream().map(array -> array.length).toList();
        if (!needed.equals(given)) {
            throw new IllegalArgumentException(
                    "the " + name + " need an array for each of the parameters, of the lengths " + needed
                            + ", but there were " + given);
        }
    }

    /**
     * Bounds the logits of all inputs within bounds, by interval arithmetic, as if computed without rounding.
     *
     * @param lower the lower bounds of the input, row-major {@code [C, L]}
     * @param upper the upper bounds of the input, none below its lower bound
     * @param logitLower receives the lower bounds of the logits {@code [K]}
     * @param logitUpper receives the upper bounds of the logits {@code [K]}
     * @throws IllegalArgumentException if an array has not the size of the input or of the logits
     */
    public void bounds(double[] lower, double[] upper, double[] logitLower, double[] logitUpper) {
        requireSize(lower, inputShape.size(), "lower bounds");
        requireSize(upper, inputShape.size(), "upper bounds");
        requireSize(logitLower, classCount(), "lower bounds of the logits");
        requireSize(logitUpper, classCount(), "upper bounds of the logits");
        double[][] lowers = new double[nodes.size() + 1][];
        double[][] uppers = new double[nodes.size() + 1][];
        lowers[0] = lower;
        uppers[0] = upper;
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            lowers[n + 1] = new double[node.shape().size()];
            uppers[n + 1] = new double[node.shape().size()];
            node.passes().bounds(inputsOf(node, lowers), inputsOf(node, uppers), lowers[n + 1], uppers[n + 1]);
        }
        System.arraycopy(lowers[logits.index()], 0, logitLower, 0, classCount());
        System.arraycopy(uppers[logits.index()], 0, logitUpper, 0, classCount());
    }

    /**
     * Carries a value of any kind through the graph, layer after layer in the order in which they run.
     *
     * @param <V> what stands for a value of the network, such as a value of another network
     * @param input what stands for the input
     * @param layer makes what stands for the output of a layer from the layer and what stands for its inputs
     * @return what stands for the logits
     */
    public <V> V carry(V input, BiFunction<Passes, List<V>, V> layer) {
        List<V> values = new ArrayList<>(List.of(input));
        for (Node node : nodes) {
            values.add(layer.apply(
                    node.passes(), node.inputs().stream().map(values::get).toList()));
        }
        return values.get(logits.index());
    }

    @Override
    public double[] marginBounds(InputSet set, int label, BoundMethod method) {
        return bound(label, bounds -> bounds.margins(set, label, method));
    }

    @Override
    public MarginDecision decideMargins(InputSet set, int label, int subproblems) {
        if (subproblems < 0) {
            throw new IllegalArgumentException(
                    "the number of subproblems must be at least 0, but it was " + subproblems);
        }
        return bound(label, bounds -> bounds.decide(set, label, subproblems));
    }

    private <T> T bound(int label, Function<LinearBounds, T> question) {
        if (label < 0 || label >= classCount()) {
            throw new IllegalArgumentException(
                    "asked for the margins of class " + label + ", but the classes are 0 to " + (classCount() - 1));
        }
        LinearBounds idle = idleBounds.poll();
        LinearBounds bounds = idle != null ? idle : new LinearBounds(this);
        T answer = question.apply(bounds);
        idleBounds.add(bounds);
        return answer;
    }

    @Override
    public int curvedValues() {
        int[] sizes = Node.valueSizes(inputShape.size(), nodes);
        return nodes.stream()
                .filter(node -> !node.passes().isAffine())
                .flatMap(node -> node.inputs().stream())
                .mapToInt(input -> sizes[input])
                .sum();
    }

    private static double[][] inputsOf(Node node, double[][] values) {
        return node.inputs().stream().map(input -> values[input]).toArray(double[][]::new);
    }

    private static void requireSize(double[] array, int size, String name) {
        if (array.length != size) {
            throw new IllegalArgumentException(
                    "asked for bounds with " + size + " " + name + ", but the array has " + array.length);
        }
    }

    static void requireRoom(float[] array, int count, int each, String name) {
        if (count < 0 || (long) count * each > array.length) {
            throw new IllegalArgumentException("a batch of " + count + " needs " + (long) count * each + " values for "
                    + name + ", but the array has " + array.length);
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    int logitsIndex() {
        return logits.index();
    }

    int maxLanes() {
        return batches.maxLanes();
    }

    /** Returns the layers in the order in which they run. */
    @Override
    public String toString() {
        return nodes.stream().map(node -> node.passes().description()).collect(Collectors.joining(" -> "));
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
            Passes passes = layer.place(values.stream().map(Value::shape).toList());
            nodes.add(new Node(passes, values.stream().map(Value::index).toList()));
            return new Value(nodes.size(), passes.outputShape());
        }

        /**
         * Completes the network.
         *
         * @param logits the value that holds the logits, one a class
         * @return the network
         * @throws IllegalArgumentException if there are fewer than two logits, they do not depend on the input, or the value
         *     is not one of this builder's
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
