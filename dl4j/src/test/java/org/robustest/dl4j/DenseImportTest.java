package org.robustest.dl4j;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class DenseImportTest {

    static Stream<Layer> layers() {
        return Stream.of(
                new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build(),
                new DenseLayer.Builder()
                        .nOut(4)
                        .hasBias(false)
                        .activation(Activation.TANH)
                        .build(),
                new ElementWiseMultiplicationLayer.Builder()
                        .nIn(7)
                        .nOut(7)
                        .activation(Activation.TANH)
                        .build(),
                new DropoutLayer(0.5));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void of_vectors(Layer layer) {
        Comparison.of(TestModels.sequential(InputType.feedForward(7), layer))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void of_an_output_layer_that_learns_centers() {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .list()
                .layer(new DenseLayer.Builder()
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build())
                .layer(new CenterLossOutputLayer.Builder(LossFunction.MSE)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.feedForward(7))
                .build());
        model.init();
        TestModels.randomize(model.params());

        Comparison.of(model).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }
}
