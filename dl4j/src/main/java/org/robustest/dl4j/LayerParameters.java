package org.robustest.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters of a DL4J layer, by the names that DL4J gives them. */
record LayerParameters(Layer layer) {

    private static final String BIASES = "b";

    /** The type that the layer computes in. */
    DataType dataType() {
        return layer.conf().getDataType();
    }

    /** The values, row-major. */
    float[] values(String name) {
        return Batches.floats(array(name));
    }

    /** The biases, or zeros if the layer has none. */
    float[] biases(int count) {
        return layer.getParam(BIASES) == null ? new float[count] : values(BIASES);
    }

    int size(String name, int dimension) {
        return Math.toIntExact(array(name).size(dimension));
    }

    /** A matrix {@code [rows, columns]} as its transpose, row-major. */
    float[] transposed(String name) {
        return Batches.floats(array(name).transpose());
    }

    INDArray array(String name) {
        INDArray values = layer.getParam(name);
        if (values == null) {
            throw new IllegalArgumentException("the layer has no parameters \"" + name + "\", but "
                    + Arrays.toString(layer.paramTable().keySet().toArray()));
        }
        return values;
    }
}
