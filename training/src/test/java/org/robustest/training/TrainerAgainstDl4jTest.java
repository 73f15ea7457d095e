package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** By cross-entropy, the trainer does what DL4J's own {@code fit} does. */
class TrainerAgainstDl4jTest {

    private static final int STEPS = 12;

    private final Samples features = TestSamples.of(Shape.of(Models.FEATURES), 40);
    private final Samples signals = TestSamples.of(Shape.of(1, Models.LENGTH), 40);

    static Stream<NeuralNetConfiguration.Builder> settings() {
        return Stream.of(
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)),
                new NeuralNetConfiguration.Builder().updater(new Adam(0.01)),
                new NeuralNetConfiguration.Builder().updater(new AdaMax(0.01)),
                new NeuralNetConfiguration.Builder().updater(new Nesterovs(0.05, 0.9)),
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.1, 5, 0.01)))),
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(0.1))
                        .l2(0.05)
                        .l1(0.01),
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).weightDecay(0.05),
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.0025)).miniBatch(false),
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(0.5))
                        .constrainWeights(new MaxNormConstraint(0.5, 1)),
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(0.5))
                        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                        .gradientNormalizationThreshold(0.01));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_network_ends_with_the_same_parameters_and_scores(NeuralNetConfiguration.Builder settings) {
        MultiLayerNetwork ours = Models.mlp(settings.seed(3), Activation.TANH);
        MultiLayerNetwork theirs = ours.clone();
        Scores ourScores = new Scores();
        Scores theirScores = new Scores();
        ours.setListeners(ourScores);
        theirs.setListeners(theirScores);
        DataSet batch = TestSamples.dataSet(features, 40, Models.FEATURES);

        Trainer.of(ours).fit(features, TrainingLength.epochs(STEPS));
        for (int i = 0; i < STEPS; i++) {
            theirs.fit(batch);
        }

        requireEqual(ours, theirs);
        assertThat(ours.getIterationCount()).isEqualTo(theirs.getIterationCount());
        for (int i = 0; i < STEPS; i++) {
            assertThat(ourScores.scores.get(i)).isCloseTo(theirScores.scores.get(i), within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_graph_ends_with_the_same_parameters(NeuralNetConfiguration.Builder settings) {
        ComputationGraph ours = Models.graph(settings.seed(3), Activation.TANH);
        ComputationGraph theirs = ours.clone();
        DataSet batch = TestSamples.dataSet(signals, 40, 1, Models.LENGTH);

        Trainer.of(ours).fit(signals, TrainingLength.steps(STEPS));
        for (int i = 0; i < STEPS; i++) {
            theirs.fit(batch);
        }

        requireEqual(ours, theirs);
    }

    @Test
    void layers_in_both_directions_end_with_the_same_parameters() {
        MultiLayerNetwork ours = Models.bidirectional(new LSTM.Builder()
                .nIn(1)
                .nOut(3)
                .l2(0.1)
                .updater(new Adam(0.02))
                .build());
        MultiLayerNetwork theirs = ours.clone();
        DataSet batch = TestSamples.dataSet(signals, 40, 1, Models.LENGTH);

        Trainer.of(ours).fit(signals, TrainingLength.steps(STEPS));
        for (int i = 0; i < STEPS; i++) {
            theirs.fit(batch);
        }

        requireEqual(ours, theirs);
    }

    @Test
    void training_goes_on_where_the_updater_stood() {
        NeuralNetConfiguration.Builder settings =
                new NeuralNetConfiguration.Builder().updater(new Adam(0.01)).seed(3);
        MultiLayerNetwork atOnce = Models.mlp(settings, Activation.TANH);
        MultiLayerNetwork inTwoParts = atOnce.clone();

        Trainer.of(atOnce).fit(features, TrainingLength.steps(10));
        Trainer.of(inTwoParts).fit(features, TrainingLength.steps(4));
        Trainer.of(inTwoParts).fit(features, TrainingLength.steps(6));

        requireEqual(inTwoParts, atOnce);
    }

    private static void requireEqual(Model ours, Model theirs) {
        float[] expected = theirs.params().dup().data().asFloat();
        float[] found = ours.params().dup().data().asFloat();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("parameter %s", i).isCloseTo(expected[i], within(2e-4f));
        }
    }

    private static final class Scores extends BaseTrainingListener {
        private final List<Double> scores = new ArrayList<>();

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            scores.add(model.score());
        }
    }
}
