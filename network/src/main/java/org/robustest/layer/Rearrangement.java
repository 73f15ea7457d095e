package org.robustest.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.samples.Shape;

/**
 * Values put to other places, without computing anything: every output value is an input value, or 0. Reshaping, transposing,
 * padding with zeros, cropping, repeating and slicing are of this kind.
 */
public final class Rearrangement implements AffinePasses {

    private static final int ZERO = -1;

    private final Shape outputShape;
    private final int[] sources;
    private final List<Run> runs;
    private final boolean keepsOrder;
    private final int mostUses;

    private Rearrangement(Shape input, Shape output, int[] sources) {
        if (sources.length != output.size()
                || Arrays.stream(sources).anyMatch(source -> source < ZERO || source >= input.size())) {
            throw new IllegalArgumentException("a rearrangement of shape " + input + " to " + output + " needs "
                    + output.size() + " sources from -1 to " + (input.size() - 1) + ", but there were " + sources.length
                    + ", from " + Arrays.stream(sources).min().orElse(0) + " to "
                    + Arrays.stream(sources).max().orElse(0));
        }
        this.outputShape = output;
        this.sources = sources;
        this.runs = runs(sources);
        int[] uses = new int[input.size()];
        Arrays.stream(sources).filter(source -> source != ZERO).forEach(source -> uses[source]++);
        this.mostUses = Arrays.stream(uses).max().orElse(0);
        this.keepsOrder = input.size() == output.size() && runs.equals(List.of(new Run(0, 0, input.size())));
    }

    /** Values that lie one behind the other before and after. */
    private record Run(int from, int to, int count) {}

    private static List<Run> runs(int[] sources) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sources.length; i++) {
            boolean continues = i < sources.length
                    && (sources[start] == ZERO ? sources[i] == ZERO : sources[i] == sources[start] + i - start);
            if (!continues) {
                if (sources[start] != ZERO) {
                    runs.add(new Run(sources[start], start, i - start));
                }
                start = i;
            }
        }
        return List.copyOf(runs);
    }

    /**
     * Creates a layer that puts given input values to each place.
     *
     * @param output the shape of the output
     * @param sources for each value of the output, row-major, the index of the input value, or -1 for 0; copied
     * @return the layer; it takes one input of any shape with at least as many values as the sources need
     */
    public static Layer of(Shape output, int[] sources) {
        int[] own = sources.clone();
        return shapes -> new Rearrangement(Inputs.single(shapes, "a rearrangement"), output, own);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        Shape output = Shape.of(form.integers("shape"));
        String sources = form.text("sources");
        return sources.equals("same") ? reshape(output) : of(output, form.integers("sources"));
    }

    /**
     * Creates a layer that takes the values as one vector, in row-major order.
     *
     * @return the layer; it takes one input of any shape
     */
    public static Layer flatten() {
        return by(input -> Shape.of(input.size()), (input, output) -> source -> source);
    }

    /**
     * Creates a layer that takes the values, in row-major order, as values of another shape.
     *
     * @param output the other shape
     * @return the layer; it takes one input of as many values
     */
    public static Layer reshape(Shape output) {
        return by(
                input -> {
                    if (input.size() != output.size()) {
                        throw new IllegalArgumentException("an input of shape " + input + " has " + input.size()
                                + " values, but the shape " + output + " needs " + output.size());
                    }
                    return output;
                },
                (input, ignored) -> source -> source);
    }

    /**
     * Creates a layer that exchanges the two dimensions.
     *
     * @return the layer; it takes one input {@code [A, B]} and gives {@code [B, A]}
     */
    public static Layer transposed() {
        return by(
                input -> {
                    requireRank(input, 2);
                    return Shape.of(input.dimension(1), input.dimension(0));
                },
                (input, output) -> i -> i % output.dimension(1) * input.dimension(1) + i / output.dimension(1));
    }

    /**
     * Creates a layer that adds zeros around each channel.
     *
     * @param before how many before the first value, along each axis behind the channels; at least 0
     * @param after how many behind the last value, along each axis behind the channels; at least 0
     * @return the layer; it takes one input {@code [C, L]} or {@code [C, H, W]}
     * @throws IllegalArgumentException if a number is negative, or there are not as many before as after
     */
    public static Layer zeroPadding(int[] before, int[] after) {
        int[] first = before.clone();
        int[] sums = sums(before, after);
        return by(
                input -> resized(input, first.length, axis -> input.dimension(axis + 1) + sums[axis]),
                (input, output) -> moved(input, output, axis -> -first[axis]));
    }

    /**
     * Creates a layer that takes away values around each channel.
     *
     * @param before how many before the first value that stays, along each axis behind the channels; at least 0
     * @param after how many behind the last value that stays, along each axis behind the channels; at least 0
     * @return the layer; it takes one input {@code [C, L]} or {@code [C, H, W]}
     * @throws IllegalArgumentException if a number is negative, or there are not as many before as after
     */
    public static Layer cropping(int[] before, int[] after) {
        int[] first = before.clone();
        int[] sums = sums(before, after);
        return by(
                input -> resized(input, first.length, axis -> input.dimension(axis + 1) - sums[axis]),
                (input, output) -> moved(input, output, axis -> first[axis]));
    }

    /**
     * Creates a layer that repeats every value.
     *
     * @param factors how often, along each axis behind the channels; at least 1
     * @return the layer; it takes one input {@code [C, L]} or {@code [C, H, W]}
     * @throws IllegalArgumentException if a factor is below 1
     */
    public static Layer upsampling(int... factors) {
        requireAtLeast(1, factors, "how often to repeat a value");
        int[] own = factors.clone();
        return by(
                input -> resized(input, own.length, axis -> input.dimension(axis + 1) * own[axis]),
                (input, output) -> i -> source(input, output, i, (axis, at) -> at / own[axis]));
    }

    /**
     * Creates a layer that takes a part of the channels, or of the features.
     *
     * @param from the first of them
     * @param to behind the last of them
     * @return the layer; it takes one input of at least {@code to} channels
     */
    public static Layer slice(int from, int to) {
        return by(
                input -> {
                    if (from < 0 || to <= from || to > input.dimension(0)) {
                        throw new IllegalArgumentException("asked for the channels from " + from + " to before " + to
                                + ", but the input has shape " + input);
                    }
                    int[] dimensions = dimensions(input);
                    dimensions[0] = to - from;
                    return Shape.of(dimensions);
                },
                (input, output) -> i -> i + from * (input.size() / input.dimension(0)));
    }

    private static int[] sums(int[] before, int[] after) {
        if (before.length != after.length) {
            throw new IllegalArgumentException("there must be as many numbers before as after, but there were "
                    + before.length + " and " + after.length);
        }
        requireAtLeast(0, before, "how many values before");
        requireAtLeast(0, after, "how many values after");
        int[] sums = new int[before.length];
        Arrays.setAll(sums, axis -> before[axis] + after[axis]);
        return sums;
    }

    private static void requireAtLeast(int least, int[] numbers, String name) {
        if (Arrays.stream(numbers).anyMatch(number -> number < least)) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + " along each axis, but it was " + Arrays.toString(numbers));
        }
    }

    private static Layer by(Function<Shape, Shape> shaping, SourcesOf sourcesOf) {
        return shapes -> {
            Shape input = Inputs.single(shapes, "a rearrangement");
            Shape output = shaping.apply(input);
            int[] sources = new int[output.size()];
            Arrays.setAll(sources, sourcesOf.between(input, output));
            return new Rearrangement(input, output, sources);
        };
    }

    /** Gives, for two shapes, the source of each output value. */
    @FunctionalInterface
    private interface SourcesOf {
        IntUnaryOperator between(Shape input, Shape output);
    }

    private static void requireRank(Shape input, int rank) {
        if (input.rank() != rank) {
            throw new IllegalArgumentException(
                    "the rearrangement needs an input of " + rank + " dimensions, but got shape " + input);
        }
    }

    private static int[] dimensions(Shape shape) {
        int[] dimensions = new int[shape.rank()];
        Arrays.setAll(dimensions, shape::dimension);
        return dimensions;
    }

    private static Shape resized(Shape input, int axes, IntUnaryOperator length) {
        requireRank(input, axes + 1);
        int[] dimensions = dimensions(input);
        for (int axis = 0; axis < axes; axis++) {
            dimensions[axis + 1] = length.applyAsInt(axis);
        }
        return Shape.of(dimensions);
    }

    private static IntUnaryOperator moved(Shape input, Shape output, IntUnaryOperator distance) {
        return i -> source(input, output, i, (axis, at) -> at + distance.applyAsInt(axis));
    }

    /** Finds the source of the output value i, given where its place along each axis comes from. */
    private static int source(Shape input, Shape output, int i, Origin origin) {
        int source = 0;
        int factor = 1;
        int rest = i;
        for (int axis = output.rank() - 2; axis >= 0; axis--) {
            int at = origin.of(axis, rest % output.dimension(axis + 1));
            if (at < 0 || at >= input.dimension(axis + 1)) {
                return ZERO;
            }
            source += at * factor;
            factor *= input.dimension(axis + 1);
            rest /= output.dimension(axis + 1);
        }
        return source + rest * factor;
    }

    /** Tells from which place along an axis of the input a place along that of the output comes. */
    @FunctionalInterface
    private interface Origin {
        int of(int axis, int at);
    }

    @Override
    public Shape outputShape() {
        return outputShape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        if (output == inputs[0]) {
            return;
        }
        if (!keepsOrder) {
            block.fill(output, 0, outputShape.size(), 0);
        }
        for (Run run : runs) {
            block.copyRows(inputs[0], run.from, 1, output, run.to, 1, run.count);
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        if (inputGradients[0] == outputGradient) {
            return;
        }
        for (Run run : runs) {
            block.addRows(outputGradient, run.to, 1, inputGradients[0], run.from, 1, run.count);
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        forward(block, inputTangents, outputTangent);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int i = 0; i < sources.length; i++) {
            outputLower[i] = sources[i] == ZERO ? 0 : lower[0][sources[i]];
            outputUpper[i] = sources[i] == ZERO ? 0 : upper[0][sources[i]];
        }
    }

    @Override
    public boolean worksInPlace() {
        return keepsOrder;
    }

    /** Nothing on the way forward; on the way back, the coefficients of an input that was copied to several places add up. */
    @Override
    public int roundings() {
        return Math.max(0, mostUses - 1);
    }

    @Override
    public Optional<LayerForm> form() {
        LayerForm form = LayerForm.of("Rearrangement").with("shape", dimensions(outputShape));
        return Optional.of(keepsOrder ? form.with("sources", "same") : form.with("sources", sources));
    }

    @Override
    public String description() {
        return "rearrangement(-> " + outputShape + ")";
    }
}
