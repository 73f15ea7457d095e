package org.robustest.reference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.robustest.dl4j.Dl4j;
import org.robustest.reference.mitbih.RealBeats;
import org.robustest.reference.recipe.CleanAccuracy;
import org.robustest.samples.Samples;

class ReferenceModelsTest {

    @Test
    void shipsTheNetworkOfThePaper() {
        MultiLayerNetwork network = ReferenceModels.mitBihMlp();

        int[] inputs = {187, 128, 128, 128, 32};
        int[] outputs = {128, 128, 128, 32, 5};
        String[] activations = {"relu", "relu", "relu", "identity", "softmax"};
        assertThat(network.getnLayers()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            FeedForwardLayer layer =
                    (FeedForwardLayer) network.getLayer(i).conf().getLayer();
            assertThat(layer.getNIn()).isEqualTo(inputs[i]);
            assertThat(layer.getNOut()).isEqualTo(outputs[i]);
            assertThat(layer.getActivationFn()).hasToString(activations[i]);
        }
    }

    @Test
    void shipsWeightsOfLessThanOneMegabyteForEveryModel() throws IOException {
        for (ReferenceModel<?> model : ReferenceModels.all()) {
            try (InputStream weights = ReferenceModels.class.getResourceAsStream(model.name() + ".zip")) {
                assertThat(weights).as(model.name()).isNotNull();
                assertThat(weights.readAllBytes()).as(model.name()).hasSizeLessThan(1_000_000);
            }
            assertThat(ReferenceModels.class.getResource(model.name() + ".md"))
                    .as("model card")
                    .isNotNull();
        }
    }

    @Test
    void classifiesAsManyRealBeatsAsItsCardSays() {
        Samples test = RealBeats.mitBih().testBeats();
        MultiLayerNetwork network = ReferenceModels.mitBihMlp();

        assertThat(CleanAccuracy.of(Dl4j.classifier(network), test).overall()).isBetween(0.935, 0.945);
        assertThat(CleanAccuracy.of(Dl4j.classifier(network), test.balanced(160))
                        .overall())
                .isBetween(0.905, 0.915);
    }

    @Test
    void saysHowToMakeWeightsThatAreNotShipped() {
        ReferenceModel<MultiLayerNetwork> model = ReferenceModel.multiLayerNetwork("not-made-yet", "a model");

        assertThat(model.isShipped()).isFalse();
        assertThatThrownBy(model::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reference-models/models train not-made-yet");
    }
}
