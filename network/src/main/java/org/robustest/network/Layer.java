package org.robustest.network;

import java.util.List;
import org.robustest.samples.Shape;

/**
 * One kind of layer: everything the passes need to know of it.
 *
 * <p>Arrays hold one row of {@link Network#LANES} floats for each value, row-major in the layer's shape: the value
 * {@code i} of the sample in lane {@code j} stands at {@code i * LANES + j}. Implementations are immutable and compute each
 * lane without looking at the others.
 */
public interface Layer {

    /**
     * Tells the shape of the output, and with it whether the layer accepts such inputs.
     *
     * @param inputs the shapes of the inputs, in order
     * @return the shape of the output
     * @throws IllegalArgumentException if the layer does not accept inputs of these shapes
     */
    Shape outputShape(List<Shape> inputs);

    /**
     * Computes the output.
     *
     * @param inputs the inputs, in order
     * @param output receives the output; its former content is overwritten
     */
    void forward(float[][] inputs, float[] output);

    /**
     * Adds to the gradients of the inputs the products of the gradient of the output with the layer's Jacobian.
     *
     * @param inputs the inputs of the forward pass
     * @param output the output of the forward pass
     * @param outputGradient the gradient with respect to the output
     * @param inputGradients receive the gradients with respect to the inputs, added to what they hold
     */
    void backward(float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients);

    /**
     * Names the layer for a message, with its sizes.
     *
     * @return the description, such as {@code dense(187 -> 128)}
     */
    String description();
}
