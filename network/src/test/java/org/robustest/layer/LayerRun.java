package org.robustest.layer;

import static org.robustest.layer.TestArrays.zeros;

import java.util.Arrays;
import org.robustest.network.Block;
import org.robustest.network.Blocks;
import org.robustest.network.Passes;

/** The passes of a layer on samples side by side in lanes, each after the forward pass. */
final class LayerRun {

    private final Passes passes;
    private final Block block;
    private final float[][] inputs;
    private final float[] output;

    LayerRun(Passes passes, int lanes, float[][] inputs) {
        this.passes = passes;
        this.block = Blocks.ofLanes(lanes);
        this.inputs = inputs;
        this.output = new float[passes.outputShape().size() * lanes];
        Arrays.fill(output, Float.NaN);
        passes.forward(block, inputs, output);
    }

    float[] output() {
        return output;
    }

    float[] tangent(float[][] tangents) {
        float[] tangent = new float[output.length];
        passes.tangent(block, inputs, output, tangents, tangent);
        return tangent;
    }

    float[][] inputGradients(float[] gradient) {
        float[][] gradients = zeros(inputs);
        addInputGradients(gradient, gradients);
        return gradients;
    }

    void addInputGradients(float[] gradient, float[][] gradients) {
        passes.backward(block, inputs, output, gradient, gradients);
    }

    float[][] curvatures(float[][] tangents, float[] gradient) {
        float[][] curvatures = zeros(inputs);
        passes.curvature(block, inputs, output, tangents, gradient, curvatures);
        return curvatures;
    }

    float[][] parameterGradients(float[] gradient) {
        float[][] gradients = likeParameters();
        passes.parameterGradients(block, inputs, gradient, gradients);
        return gradients;
    }

    float[][] tangentParameterGradients(float[][] tangents, float[] gradient) {
        float[][] gradients = likeParameters();
        passes.tangentParameterGradients(block, inputs, tangents, gradient, gradients);
        return gradients;
    }

    private float[][] likeParameters() {
        return zeros(passes.parameters().toArray(float[][]::new));
    }
}
