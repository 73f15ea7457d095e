package org.robustest.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.samples.Shape;

/** The inputs one behind the other, along the first dimension: the channels of signals and images, or features. */
public final class Merge implements AffinePasses {

    private final int[] sizes;
    private final Shape outputShape;

    private Merge(List<Shape> inputs) {
        sizes = inputs.stream().mapToInt(Shape::size).toArray();
        outputShape = merged(inputs);
    }

    /**
     * Creates a layer.
     *
     * @return the layer; it takes one input or more, of shapes that are equal but for the first dimension
     */
    public static Layer alongChannels() {
        return Merge::new;
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     */
    public static Layer of(LayerForm form) {
        return alongChannels();
    }

    private static Shape merged(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("merge needs at least one input, but there was none");
        }
        int[] dimensions = dimensions(inputs.get(0));
        for (Shape input : inputs.subList(1, inputs.size())) {
            int[] others = dimensions(input);
            dimensions[0] += others[0];
            others[0] = dimensions[0];
            if (!Arrays.equals(dimensions, others)) {
                throw new IllegalArgumentException(
                        "merge needs inputs whose shapes are equal but for the first dimension, but got " + inputs);
            }
        }
        return Shape.of(dimensions);
    }

    private static int[] dimensions(Shape shape) {
        int[] dimensions = new int[shape.rank()];
        Arrays.setAll(dimensions, shape::dimension);
        return dimensions;
    }

    @Override
    public Shape outputShape() {
        return outputShape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        int to = 0;
        for (int n = 0; n < sizes.length; n++) {
            block.copyRows(inputs[n], 0, 1, output, to, 1, sizes[n]);
            to += sizes[n];
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        int from = 0;
        for (int n = 0; n < sizes.length; n++) {
            block.addRows(outputGradient, from, 1, inputGradients[n], 0, 1, sizes[n]);
            from += sizes[n];
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        forward(block, inputTangents, outputTangent);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        int to = 0;
        for (int n = 0; n < sizes.length; n++) {
            System.arraycopy(lower[n], 0, outputLower, to, sizes[n]);
            System.arraycopy(upper[n], 0, outputUpper, to, sizes[n]);
            to += sizes[n];
        }
    }

    @Override
    public int roundings() {
        return 0;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("Merge"));
    }

    @Override
    public String description() {
        return "merge" + Arrays.toString(sizes);
    }
}
