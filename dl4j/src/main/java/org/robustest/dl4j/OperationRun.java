package org.robustest.dl4j;

import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a vertex without a layer. */
record OperationRun(GraphVertex vertex) implements VertexRun {

    @Override
    public INDArray forward(INDArray[] inputs, int count) {
        setInputs(inputs);
        return vertex.doForward(false, NO_WORKSPACES);
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
        setInputs(inputs);
        vertex.setEpsilon(gradient);
        return vertex.doBackward(false, NO_WORKSPACES).getSecond();
    }

    private void setInputs(INDArray[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            vertex.setInput(i, inputs[i], NO_WORKSPACES);
        }
    }
}
