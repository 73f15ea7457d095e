package org.robustest.training;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies all values of an array of DL4J that stands in memory of its own, in the order of that memory. */
final class FlatArray {

    private FlatArray() {}

    static void copy(INDArray from, float[] to) {
        if (from.dataType() == DataType.FLOAT) {
            from.data().asNioFloat().get(to);
        } else {
            System.arraycopy(from.data().asFloat(), 0, to, 0, to.length);
        }
    }

    static void copy(float[] from, INDArray to) {
        if (to.dataType() == DataType.FLOAT) {
            to.data().asNioFloat().put(from);
        } else {
            to.assign(Nd4j.createFromArray(from).reshape(to.shape()));
        }
    }

    static double[] exact(INDArray array) {
        return array.data().asDouble();
    }

    static void assign(double[] from, INDArray to) {
        to.assign(Nd4j.createFromArray(from).reshape(to.shape()));
    }
}
