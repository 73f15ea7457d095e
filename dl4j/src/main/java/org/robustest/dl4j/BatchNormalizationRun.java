package org.robustest.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs batch normalisation, of which DL4J has the gradient by the statistics of the batch alone. In inference it multiplies
 * and shifts each value by itself.
 */
record BatchNormalizationRun(LayerRun layer) implements VertexRun {

    @Override
    public INDArray forward(INDArray[] inputs, int count) {
        return layer.forward(inputs, count);
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
        INDArray ofZeros = constant(inputs[0], 0, count).dup();
        INDArray ofOnes = constant(inputs[0], 1, count);
        return new INDArray[] {gradient.mul(ofOnes.sub(ofZeros))};
    }

    private INDArray constant(INDArray shaped, double value, int count) {
        return layer.forward(new INDArray[] {shaped.ulike().assign(value)}, count);
    }
}
