package org.robustest.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a layer of any kind. */
record LayerRun(ModelVertex.OfLayer vertex) implements VertexRun {

    @Override
    public INDArray forward(INDArray[] inputs, int count) {
        return withInput(inputs[0], count).activate(false, NO_WORKSPACES);
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
        INDArray inputGradient = withInput(inputs[0], count)
                .backpropGradient(gradient, NO_WORKSPACES)
                .getSecond();
        if (inputGradient == null) {
            throw new ModelImportException(vertex.title() + " has no gradient with respect to its input");
        }
        return new INDArray[] {inputGradient};
    }

    private Layer withInput(INDArray input, int count) {
        Layer layer = vertex.layer();
        layer.setInputMiniBatchSize(count);
        layer.setInput(input, NO_WORKSPACES);
        return layer;
    }
}
