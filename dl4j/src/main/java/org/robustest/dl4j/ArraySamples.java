package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Reads labelled inputs from arrays. */
final class ArraySamples {

    private final Shape shape;
    private final List<String> classNames;
    private final Samples.Builder samples;
    private int count;

    private ArraySamples(Shape shape, List<String> classNames) {
        this.shape = shape;
        this.classNames = classNames;
        this.samples = Samples.builder(shape, classNames);
    }

    static Samples of(INDArray features, INDArray labels, List<String> classNames) {
        ArraySamples reader = new ArraySamples(shape(features), classNames);
        reader.add(features, labels);
        return reader.samples.build();
    }

    static Samples of(List<DataSet> data, List<String> classNames) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException(
                    "the iterator gives no data set, so that the shape of an input is not known; see where it has been read to");
        }
        ArraySamples reader = new ArraySamples(shape(data.get(0).getFeatures()), classNames);
        for (DataSet each : data) {
            if (each.hasMaskArrays()) {
                throw new IllegalArgumentException(
                        "the data set has a mask, which samples have not: cut the inputs, or pad"
                                + " them in a way that the model knows without a mask");
            }
            reader.add(each.getFeatures(), each.getLabels());
        }
        return reader.samples.build();
    }

    private static Shape shape(INDArray features) {
        if (features.rank() < 2) {
            throw new IllegalArgumentException(
                    "inputs have the shape [N, ...], but it was " + Arrays.toString(features.shape()));
        }
        long[] dimensions = features.shape();
        return Shape.of(Arrays.stream(dimensions, 1, dimensions.length)
                .mapToInt(Math::toIntExact)
                .toArray());
    }

    private void add(INDArray features, INDArray labels) {
        if (!shape(features).equals(shape)) {
            throw new IllegalArgumentException(
                    "all inputs have one shape, but after " + shape + " came " + shape(features));
        }
        int size = shape.size();
        int inputs = Math.toIntExact(features.size(0));
        if (labels.rank() > 2 || labels.size(0) != inputs) {
            throw new IllegalArgumentException(inputs + " inputs need labels of shape [" + inputs + ", "
                    + classNames.size() + "] or [" + inputs + "], but it was " + Arrays.toString(labels.shape()));
        }
        float[] values = Batches.floats(features);
        float[] classes = Batches.floats(labels);
        int width = classes.length / Math.max(1, inputs);
        for (int i = 0; i < inputs; i++) {
            float[] row = Arrays.copyOfRange(classes, i * width, (i + 1) * width);
            samples.add(
                    String.valueOf(count),
                    Arrays.copyOfRange(values, i * size, (i + 1) * size),
                    width == 1 ? index(row[0]) : hot(row));
            count++;
        }
    }

    private int index(float label) {
        if (label != (int) label || label < 0 || label >= classNames.size()) {
            throw new IllegalArgumentException("the label of input " + count + " is " + label
                    + ", but the classes are 0 to " + (classNames.size() - 1) + ": " + classNames);
        }
        return (int) label;
    }

    private int hot(float[] row) {
        int found = -1;
        for (int k = 0; k < row.length; k++) {
            if (row[k] == 1 && found < 0) {
                found = k;
            } else if (row[k] != 0) {
                found = row.length;
            }
        }
        if (row.length != classNames.size() || found < 0 || found >= row.length) {
            throw new IllegalArgumentException("the label of input " + count + " is " + Arrays.toString(row)
                    + ", but one-hot has a single 1 for the " + classNames.size() + " classes " + classNames);
        }
        return found;
    }
}
