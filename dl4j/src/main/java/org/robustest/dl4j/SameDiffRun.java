package org.robustest.dl4j;

import org.deeplearning4j.nn.layers.samediff.SameDiffGraphVertex;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a layer or vertex that is defined by SameDiff: DL4J 1.0.0-M2.1 doubles the gradients of these. */
record SameDiffRun(VertexRun doubled) implements VertexRun {

    static boolean isSameDiff(ModelVertex vertex) {
        return vertex instanceof ModelVertex.OfLayer layer
                ? layer.layer() instanceof SameDiffLayer
                : ((ModelVertex.OfOperation) vertex).vertex() instanceof SameDiffGraphVertex;
    }

    @Override
    public INDArray forward(INDArray[] inputs, int count) {
        return doubled.forward(inputs, count);
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
        return doubled.backward(inputs, gradient.mul(0.5), count);
    }
}
