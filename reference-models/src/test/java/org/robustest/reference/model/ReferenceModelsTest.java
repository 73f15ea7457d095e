package org.robustest.reference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.reference.model.TrainingMethod.CROSS_ENTROPY;
import static org.robustest.reference.model.TrainingMethod.NSR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.robustest.dl4j.Dl4j;
import org.robustest.reference.mitbih.RealBeats;
import org.robustest.reference.recipe.CleanAccuracy;
import org.robustest.samples.InputRange;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class ReferenceModelsTest {

    @Test
    void shipsTheNetworkOfThePaper() {
        MultiLayerNetwork network = ReferenceModels.mitBihMlp(CROSS_ENTROPY).load();

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
    void shipsWeightsOfLessThanOneMegabyteWithACardForEveryModel() throws IOException {
        List<ReferenceModel<?>> shipped = ReferenceModels.all().stream()
                .<ReferenceModel<?>>flatMap(model -> model.splits().stream().map(model::trainedOn))
                .filter(ReferenceModel::isShipped)
                .toList();
        assertThat(shipped).hasSizeGreaterThanOrEqualTo(4);
        for (ReferenceModel<?> model : shipped) {
            try (InputStream weights = ReferenceModels.class.getResourceAsStream(model.fileName() + ".zip")) {
                assertThat(weights).as(model.name()).isNotNull();
                assertThat(weights.readAllBytes()).as(model.name()).hasSizeLessThan(1_000_000);
            }
            assertThat(Path.of("..", "docs", "models", model.name() + ".md"))
                    .as("model card")
                    .isRegularFile();
        }
    }

    @Test
    void classifiesAsManyRealBeatsAsItsCardSays() {
        Samples test = RealBeats.mitBih().testBeats();
        MultiLayerNetwork network = ReferenceModels.mitBihMlp(CROSS_ENTROPY).load();

        assertThat(CleanAccuracy.of(Dl4j.classifier(network), test).overall()).isBetween(0.935, 0.945);
        assertThat(CleanAccuracy.of(Dl4j.classifier(network), test.balanced(160))
                        .overall())
                .isBetween(0.905, 0.915);
    }

    @Test
    void saysHowToMakeWeightsThatAreNotShipped() {
        Architecture<MultiLayerNetwork> unmade = new Architecture<>(
                "not-made-yet",
                "a network",
                Shape.of(1),
                new InputRange(0, 1),
                List.of("a", "b"),
                "none",
                List.of(Split.INTER_PATIENT),
                weights -> {
                    throw new AssertionError("there are no weights");
                },
                Dl4j::classifier);
        ReferenceModel<MultiLayerNetwork> model = new ReferenceModel<>(unmade, NSR, Split.INTER_PATIENT);

        assertThat(model.isShipped()).isFalse();
        assertThatThrownBy(model::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reference-models/models train not-made-yet-nsr --split inter-patient");
    }

    @Test
    void namesTheSplitsThatThereAreIfAskedForAnother() {
        assertThatThrownBy(() -> ReferenceModels.mitBihMlp(NSR).trainedOn(Split.FIRST_FOLD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "mitbih-mlp-nsr are not split first-fold; the splits are [by-beat, inter-patient]");
    }

    @Test
    void tellsWhatAModelTakes() {
        ReferenceModel<?> model = ReferenceModels.mitBihCnn(CROSS_ENTROPY);

        assertThat(model.inputShape()).isEqualTo(Shape.of(1, 187));
        assertThat(model.inputRange()).isEqualTo(new InputRange(0, 1));
        assertThat(model.classNames()).containsExactly("N", "S", "V", "F", "Q");
        assertThat(model.preprocessing()).contains("BeatCutter");
        assertThat(model.classifier().inputShape()).isEqualTo(model.inputShape());
    }
}
