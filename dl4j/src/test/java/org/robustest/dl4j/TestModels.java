package org.robustest.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Models in double precision with random parameters, biases included. */
final class TestModels {

    private TestModels() {}

    static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.IDENTITY);
    }

    /** The layers, then an output layer with three logits. */
    static MultiLayerNetwork sequential(InputType inputType, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = builder().list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork model = new MultiLayerNetwork(
                list.layer(output(3)).setInputType(inputType).build());
        model.init();
        randomize(model.params());
        return model;
    }

    static OutputLayer output(int classes) {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                .nOut(classes)
                .activation(Activation.IDENTITY)
                .build();
    }

    static ComputationGraph initialized(ComputationGraph graph) {
        graph.init();
        randomize(graph.params());
        return graph;
    }

    /** Moves every parameter a little, so that none is 0 as biases are at first. */
    static void randomize(INDArray parameters) {
        Nd4j.getRandom().setSeed(3);
        parameters.addi(Nd4j.rand(parameters.shape())
                .castTo(parameters.dataType())
                .muli(0.2)
                .subi(0.05));
    }
}
