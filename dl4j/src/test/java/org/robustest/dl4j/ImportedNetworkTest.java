package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

class ImportedNetworkTest {

    private static final Shape IMAGE = Shape.of(2, 5, 4);

    /** DL4J has the logarithms unless it is told otherwise. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void knows_its_parameters_beside_batch_normalization(boolean hasLogarithms) {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.convolutional(5, 4, 2),
                new ConvolutionLayer.Builder(2, 2)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build(),
                new BatchNormalization.Builder().useLogStd(hasLogarithms).build());
        ImportedNetwork imported = ImportedNetwork.of(model, IMAGE);
        List<float[]> ofNetwork =
                imported.network().parameters().stream().map(float[]::clone).toList();
        float[] ofModel = Batches.floats(model.params());

        moveWeights(model);
        imported.toNetwork(Batches.floats(model.params()), ofNetwork);
        imported.toModel(ofNetwork, ofModel);

        assertThat(ofModel).isEqualTo(Batches.floats(model.params()));
        assertThat(logits(imported.network().withParameters(ofNetwork)))
                .isEqualTo(logits(ImportedNetwork.of(model, IMAGE).network()))
                .isNotEqualTo(logits(imported.network()));
    }

    /** All but those of batch normalisation. */
    private static void moveWeights(MultiLayerNetwork model) {
        for (int layer : new int[] {0, 2}) {
            INDArray parameters = model.getLayer(layer).params();
            parameters.addi(Nd4j.linspace(parameters.dataType(), -0.1, 0.1, parameters.length()));
        }
    }

    private static float[] logits(Network network) {
        float[] logits = new float[network.classCount()];
        network.logits(Comparison.uniform(IMAGE.size(), "image"), 1, logits);
        return logits;
    }
}
