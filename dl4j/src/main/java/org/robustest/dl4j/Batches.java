package org.robustest.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Shape;

/** Converts batches between row-major arrays and INDArrays. */
final class Batches {

    private Batches() {}

    /** The first inputs of an array, as {@code [count, shape...]} in single precision. */
    static INDArray of(float[] inputs, int count, Shape shape) {
        return Nd4j.createFromArray(Arrays.copyOf(inputs, count * shape.size())).reshape('c', dimensions(count, shape));
    }

    /** The dimensions of a batch. */
    static long[] dimensions(long count, Shape shape) {
        long[] dimensions = new long[shape.rank() + 1];
        dimensions[0] = count;
        for (int i = 0; i < shape.rank(); i++) {
            dimensions[i + 1] = shape.dimension(i);
        }
        return dimensions;
    }

    static float[] floats(INDArray array) {
        return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }

    static void requireRoom(Classifier classifier, float[] inputs, int count, float[] logits) {
        int size = classifier.inputShape().size();
        int classes = classifier.classCount();
        if (count < 0 || inputs.length < (long) count * size || logits.length < (long) count * classes) {
            throw new IllegalArgumentException("a batch of " + count + " needs " + (long) count * size
                    + " input values and " + (long) count * classes + " logits, but the arrays have " + inputs.length
                    + " and " + logits.length);
        }
    }
}
