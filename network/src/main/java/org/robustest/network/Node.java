package org.robustest.network;

import java.util.List;
import org.robustest.samples.Shape;

/**
 * A layer in its place in the graph.
 *
 * @param layer the layer
 * @param inputs the indexes of the values that it takes: 0 for the input of the network, n for the output of the n-th node
 * @param shape the shape of its output
 */
record Node(Layer layer, List<Integer> inputs, Shape shape) {}
