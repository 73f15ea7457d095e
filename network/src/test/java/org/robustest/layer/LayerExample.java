package org.robustest.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.robustest.network.Layer;
import org.robustest.network.Passes;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

/** A layer with the shapes of its inputs, and random numbers for them. */
record LayerExample(String name, Layer layer, List<Shape> shapes) {

    static LayerExample of(String name, Layer layer, Shape... shapes) {
        return new LayerExample(name, layer, List.of(shapes));
    }

    Passes passes() {
        return layer.place(shapes);
    }

    /** Values of the inputs, an array each, for as many samples as lanes. */
    float[][] inputs(String purpose, int lanes) {
        return IntStream.range(0, shapes.size())
                .mapToObj(n ->
                        uniform(purpose + " " + name + " " + n, shapes.get(n).size() * lanes, 1.5))
                .toArray(float[][]::new);
    }

    float[] output(String purpose, int lanes) {
        return uniform(purpose + " " + name, passes().outputShape().size() * lanes, 1.5);
    }

    static float[] uniform(String name, int length, double scale) {
        RandomStream random = RandomStream.of(1, name);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    @Override
    public String toString() {
        return name + " of " + shapes;
    }

    static List<LayerExample> all() {
        List<LayerExample> examples = new ArrayList<>();
        examples.add(of("dense", Dense.of(uniform("w", 5 * 7, 1), uniform("b", 7, 1)), Shape.of(5)));
        examples.addAll(convolutions());
        examples.addAll(poolings());
        examples.addAll(pointwise());
        examples.addAll(severalInputs());
        examples.addAll(rearrangements());
        examples.add(normalization(Shape.of(6)));
        examples.add(normalization(Shape.of(3, 5)));
        examples.add(normalization(Shape.of(3, 2, 4)));
        examples.add(of("L2 normalisation", L2Normalization.of(1e-8), Shape.of(2, 3)));
        examples.add(of("L2 normalisation by epsilon", L2Normalization.of(100), Shape.of(5)));
        examples.add(of("affine", Affine.of(-1.5, 0.25), Shape.of(2, 3)));
        return examples;
    }

    /** Random sizes, strides, dilations and paddings. */
    private static List<LayerExample> convolutions() {
        RandomStream random = RandomStream.of(1, "convolutions");
        List<LayerExample> examples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int axes = 1 + i % 2;
            int in = 1 + draw(random, 4);
            int out = 1 + draw(random, 6);
            Window window = window(random, axes, true);
            examples.add(of(
                    "convolution " + i + " " + window,
                    Convolution.of(
                            uniform("kernel " + i, out * in * window.valueCount(), 1),
                            uniform("bias " + i, out, 1),
                            window),
                    shape(random, axes, in)));
        }
        return examples;
    }

    private static List<LayerExample> poolings() {
        RandomStream random = RandomStream.of(1, "poolings");
        List<LayerExample> examples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int axes = 1 + i % 2;
            Window window = window(random, axes, false);
            Shape shape = shape(random, axes, 1 + draw(random, 3));
            examples.add(of("max pooling " + i + " " + window, MaxPooling.of(window), shape));
            examples.add(of("average pooling " + i + " " + window, AveragePooling.of(window, i % 3 == 0), shape));
        }
        for (Shape shape : List.of(Shape.of(3, 7), Shape.of(2, 3, 4))) {
            examples.add(of("global max", GlobalPooling.max(), shape));
            examples.add(of("global sum", GlobalPooling.sum(), shape));
            examples.add(of("global average", GlobalPooling.average(), shape));
        }
        return examples;
    }

    private static int draw(RandomStream random, int bound) {
        return (int) (random.nextDouble() * bound);
    }

    private static Window window(RandomStream random, int axes, boolean anyPadding) {
        int[][] numbers = new int[5][axes];
        for (int axis = 0; axis < axes; axis++) {
            numbers[0][axis] = 1 + draw(random, 4);
            numbers[1][axis] = 1 + draw(random, 3);
            numbers[2][axis] = 1 + draw(random, 2);
            // A window that meets nothing but padding has no largest value.
            int bound = anyPadding ? 4 : (numbers[0][axis] + 1) / 2;
            numbers[3][axis] = draw(random, bound);
            numbers[4][axis] = draw(random, bound);
        }
        return Window.of(numbers[0])
                .withStride(numbers[1])
                .withDilation(numbers[2])
                .withPadding(numbers[3], numbers[4]);
    }

    private static Shape shape(RandomStream random, int axes, int channels) {
        return axes == 1
                ? Shape.of(channels, 8 + draw(random, 6))
                : Shape.of(channels, 7 + draw(random, 3), 7 + draw(random, 3));
    }

    private static List<LayerExample> pointwise() {
        return activations().stream()
                .map(function -> of(function.description(), Activation.of(function), Shape.of(4, 5)))
                .toList();
    }

    static List<ActivationFunction> activations() {
        return List.of(
                Activations.relu(),
                Activations.leakyRelu(0.25),
                Activations.leakyRelu(-0.5),
                Activations.relu(1, 0, 0),
                Activations.relu(1, 0.3, 0.25),
                Activations.relu(Double.POSITIVE_INFINITY, -0.3, -0.5),
                Activations.relu6(),
                Activations.thresholdedRelu(0.4),
                Activations.elu(1.5),
                Activations.elu(-0.5),
                Activations.selu(),
                Activations.sigmoidGelu(),
                Activations.tanhGelu(0.044715),
                Activations.swish(),
                Activations.mish(),
                Activations.softplus(),
                Activations.softsign(),
                Activations.sigmoid(),
                Activations.hardSigmoid(),
                Activations.tanh(),
                Activations.hardTanh(),
                Activations.rationalTanh(),
                Activations.rectifiedTanh(),
                Activations.cube());
    }

    private static List<LayerExample> severalInputs() {
        Shape shape = Shape.of(2, 3);
        return List.of(
                of("sum", LinearCombination.of(1, 1), shape, shape),
                of("difference", LinearCombination.of(1, -1), shape, shape),
                of("average", LinearCombination.of(0.25, 0.25, 0.5), shape, shape, shape),
                of("product", Product.of(), shape, shape, shape),
                of("maximum", Maximum.of(), shape, shape, shape),
                of("merge", Merge.alongChannels(), Shape.of(2, 3), Shape.of(1, 3)));
    }

    private static List<LayerExample> rearrangements() {
        return List.of(
                of("flatten", Rearrangement.flatten(), Shape.of(2, 3, 2)),
                of("reshape", Rearrangement.reshape(Shape.of(3, 4)), Shape.of(2, 6)),
                of("transposed", Rearrangement.transposed(), Shape.of(2, 5)),
                of("padding", Rearrangement.zeroPadding(new int[] {1, 2}, new int[] {0, 3}), Shape.of(2, 3, 2)),
                of("cropping", Rearrangement.cropping(new int[] {1}, new int[] {2}), Shape.of(2, 6)),
                of("upsampling", Rearrangement.upsampling(2, 3), Shape.of(2, 2, 2)),
                of("slice", Rearrangement.slice(1, 3), Shape.of(4, 3)),
                of("any", Rearrangement.of(Shape.of(2, 2), new int[] {3, -1, 0, 3}), Shape.of(4)));
    }

    private static LayerExample normalization(Shape shape) {
        int channels = shape.dimension(0);
        float[] variance = uniform("variance", channels, 0.4);
        for (int c = 0; c < channels; c++) {
            variance[c] += 0.5f;
        }
        return of(
                "batch normalisation",
                BatchNormalization.of(
                        uniform("gamma", channels, 1),
                        uniform("beta", channels, 1),
                        uniform("mean", channels, 1),
                        variance,
                        1e-3),
                shape);
    }
}
