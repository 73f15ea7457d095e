package org.robustest.dl4j;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a preprocessor. */
record PreprocessorRun(InputPreProcessor preprocessor) implements VertexRun {

    @Override
    public INDArray forward(INDArray[] inputs, int count) {
        return preprocessor.preProcess(inputs[0], count, NO_WORKSPACES);
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
        return new INDArray[] {preprocessor.backprop(gradient, count, NO_WORKSPACES)};
    }

    /** Both, one after the other. */
    VertexRun followedBy(VertexRun layer) {
        return new VertexRun() {
            @Override
            public INDArray forward(INDArray[] inputs, int count) {
                return layer.forward(preprocessed(inputs, count), count);
            }

            @Override
            public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
                INDArray[] gradients = layer.backward(preprocessed(inputs, count), gradient, count);
                return PreprocessorRun.this.backward(inputs, gradients[0], count);
            }
        };
    }

    private INDArray[] preprocessed(INDArray[] inputs, int count) {
        return new INDArray[] {forward(inputs, count).dup('c')};
    }
}
