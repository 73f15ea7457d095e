package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.dl4j.Dl4j;

/** A model and a data set of Deeplearning4j, as a user has them. */
class DataSetTest {

    private final DataSet dataSet = new DataSet(
            Nd4j.createFromArray(new float[][] {{5, 8}, {41, 43}, {49, 50}, {120, 90}}),
            Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}}));

    @Test
    void a_data_set_of_deeplearning4j_is_tested_as_it_is() {
        MultiLayerNetwork network = temperatureAlarm();

        assertThat(Dl4j.classifier(network))
                .on(Dl4j.samples(dataSet, "quiet", "alarm"))
                .under(linf(2).within(0, 150))
                .hasRobustAccuracyOfAtLeast(0.75);
    }

    /** {@link TemperatureAlarm} by Deeplearning4j, with logits of which softmax is not exactly 1. */
    private static MultiLayerNetwork temperatureAlarm() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder()
                        .nIn(2)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        network.setParam("0_W", Nd4j.createFromArray(new float[][] {{-0.1f, 0.1f}, {-0.1f, 0.1f}}));
        network.setParam("0_b", Nd4j.createFromArray(new float[][] {{10, -10}}));
        return network;
    }
}
