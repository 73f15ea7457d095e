package org.robustest.dl4j;

import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs an output layer, of which DL4J has the gradient of a loss alone: {@code f(x W + b)}, or {@code f(x)} without W. */
record OutputLayerRun(ModelVertex.OfLayer vertex) implements VertexRun {

    private static final Set<Class<?>> KNOWN = Set.of(OutputLayer.class, CenterLossOutputLayer.class, LossLayer.class);

    @Override
    public INDArray forward(INDArray[] inputs, int count) {
        Layer layer = vertex.layer();
        layer.setInput(inputs[0], NO_WORKSPACES);
        return layer.activate(false, NO_WORKSPACES);
    }

    @Override
    public INDArray[] backward(INDArray[] inputs, INDArray gradient, int count) {
        if (!KNOWN.contains(vertex.configuration().getClass())) {
            throw new ModelImportException(vertex.title() + " gives the gradients of its loss alone;"
                    + " end the model in an OutputLayer or a LossLayer");
        }
        Layer layer = vertex.layer();
        IActivation activation = ((BaseLayer) vertex.configuration()).getActivationFn();
        if (vertex.configuration() instanceof LossLayer) {
            return new INDArray[] {activation.backprop(inputs[0], gradient).getFirst()};
        }
        INDArray weights = layer.getParam("W");
        INDArray preactivation = inputs[0].mmul(weights);
        INDArray biases = layer.getParam("b");
        if (biases != null) {
            preactivation.addiRowVector(biases);
        }
        INDArray delta = activation.backprop(preactivation, gradient).getFirst();
        writeParameterGradients(layer, inputs[0], delta);
        return new INDArray[] {delta.mmul(weights.transpose())};
    }

    /** To where every other layer of DL4J writes them. */
    private static void writeParameterGradients(Layer layer, INDArray input, INDArray delta) {
        layer.conf()
                .getLayer()
                .initializer()
                .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray())
                .forEach((name, view) -> {
                    if (name.equals("W")) {
                        view.assign(input.transpose().mmul(delta));
                    } else if (name.equals("b")) {
                        view.assign(delta.sum(0).reshape(view.shape()));
                    }
                });
    }
}
