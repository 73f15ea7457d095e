package org.robustest.network;

import java.util.List;
import java.util.stream.IntStream;
import org.robustest.samples.Shape;

/**
 * A layer in its place in the graph.
 *
 * @param passes the layer
 * @param inputs the indexes of the values that it takes: 0 for the input of the network, n for the output of the n-th node
 */
record Node(Passes passes, List<Integer> inputs) {

    Shape shape() {
        return passes.outputShape();
    }

    /** Returns the sizes of all values of a graph, without lanes: of its input, and of the output of each node. */
    static int[] valueSizes(int inputSize, List<Node> nodes) {
        return IntStream.concat(
                        IntStream.of(inputSize),
                        nodes.stream().mapToInt(node -> node.shape().size()))
                .toArray();
    }
}
