package org.robustest.network;

import java.util.List;
import org.robustest.samples.Shape;

/** A layer that applies one function of one value to every value. */
public final class Activation implements Layer {

    private final ActivationFunction function;

    private Activation(ActivationFunction function) {
        this.function = function;
    }

    /**
     * Creates a layer that applies a function.
     *
     * @param function the function
     * @return the layer
     */
    public static Activation of(ActivationFunction function) {
        return new Activation(function);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(description() + " needs one input, but got shapes " + inputs);
        }
        return inputs.get(0);
    }

    @Override
    public void forward(float[][] inputs, float[] output) {
        function.apply(inputs[0], output);
    }

    @Override
    public void backward(float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        function.addGradient(inputs[0], output, outputGradient, inputGradients[0]);
    }

    @Override
    public String description() {
        return function.description();
    }
}
