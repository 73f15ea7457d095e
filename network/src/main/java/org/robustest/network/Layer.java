package org.robustest.network;

import java.util.List;
import org.robustest.samples.Shape;

/**
 * A layer before it has a place in a network: given the shapes of its inputs, it is ready for the passes.
 *
 * <p>Immutable. The kinds of layers are in {@code org.robustest.layer}; a kind of one's own is one class that implements
 * {@link Passes}.
 */
@FunctionalInterface
public interface Layer {

    /**
     * Places the layer behind values of given shapes.
     *
     * @param inputs the shapes of the inputs, in order, without the batch dimension
     * @return what the layer computes there
     * @throws IllegalArgumentException if the layer does not accept inputs of these shapes, with what it needs
     */
    Passes place(List<Shape> inputs);
}
