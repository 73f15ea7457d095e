package org.robustest.network;

import java.util.List;
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
}
