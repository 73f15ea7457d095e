package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.training.Objectives.crossEntropy;
import static org.robustest.training.Objectives.nsr;
import static org.robustest.training.TrainingLength.epochs;
import static org.robustest.training.TrainingLength.steps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Sgd;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class CheckpointsTest {

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 40);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void a_training_that_is_interrupted_again_and_again_ends_with_the_same_bits(int every) {
        ComputationGraph atOnce = KilledTraining.model();
        TrainingResult expected = KilledTraining.fit(KilledTraining.trainer(atOnce, line -> {}));
        SplittableRandom random = new SplittableRandom(every);
        int kills = 0;
        ComputationGraph resumed;
        while (true) {
            resumed = KilledTraining.model();
            int end = 1 + random.nextInt(KilledTraining.STEPS / 2);
            int[] lines = {0};
            Trainer trainer = KilledTraining.trainer(resumed, line -> {
                        if (++lines[0] == end) {
                            throw new Killed();
                        }
                    })
                    .withCheckpoints(folder, every)
                    .withThreads(1 + kills % 3);
            try {
                TrainingResult found = KilledTraining.fit(trainer);
                assertThat(found.validations()).isEqualTo(expected.validations());
                assertThat(found.loss()).isEqualTo(expected.loss());
                assertThat(found.steps()).isEqualTo(expected.steps());
                break;
            } catch (Killed e) {
                kills++;
            }
        }

        assertThat(kills).isPositive();
        requireSameBits(resumed, atOnce);
    }

    @Test
    void a_process_that_is_killed_ends_with_the_same_bits_when_it_is_started_again() throws Exception {
        killAfter(5);
        killAfter(9);
        ComputationGraph resumed = KilledTraining.model();
        ComputationGraph atOnce = KilledTraining.model();
        List<String> lines = new ArrayList<>();

        KilledTraining.fit(KilledTraining.trainer(resumed, lines::add).withCheckpoints(folder, 1));
        KilledTraining.fit(KilledTraining.trainer(atOnce, line -> {}));

        assertThat(lines.get(0)).matches("resumed after step ([6-9]|[12][0-9]|30)");
        requireSameBits(resumed, atOnce);
    }

    private void killAfter(int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTraining.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < lines; i++) {
                assertThat(out.readLine()).isNotNull();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void requireSameBits(ComputationGraph found, ComputationGraph expected) {
        assertThat(found.params().data().asFloat())
                .isEqualTo(expected.params().data().asFloat());
        assertThat(found.getUpdater().getStateViewArray().data().asFloat())
                .isEqualTo(expected.getUpdater().getStateViewArray().data().asFloat());
        assertThat(found.getIterationCount()).isEqualTo(expected.getIterationCount());
        assertThat(found.getConfiguration().getEpochCount())
                .isEqualTo(expected.getConfiguration().getEpochCount());
    }

    @Test
    void a_training_that_has_ended_is_not_repeated_and_goes_on_if_it_is_to_last_longer() {
        MultiLayerNetwork longer = mlp(1);
        MultiLayerNetwork atOnce = mlp(1);
        Trainer trainer = trainer(longer);

        trainer.fit(samples, steps(5));
        float[] ended = parameters(longer);
        TrainingResult again = trainer.fit(samples, steps(5));

        assertThat(again.steps()).isEqualTo(5);
        assertThat(parameters(longer)).isEqualTo(ended);
        trainer.fit(samples, epochs(3));
        Trainer.of(atOnce).with(nsr()).withBatchSize(10).fit(samples, epochs(3));
        assertThat(parameters(longer)).isEqualTo(parameters(atOnce));
    }

    @Test
    void an_updater_without_state_is_resumed_too() {
        MultiLayerNetwork inTwoParts =
                Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)), Activation.TANH);
        MultiLayerNetwork atOnce = inTwoParts.clone();

        trainer(inTwoParts).fit(samples, steps(3));
        trainer(inTwoParts).fit(samples, steps(8));
        Trainer.of(atOnce).with(nsr()).withBatchSize(10).fit(samples, steps(8));

        assertThat(parameters(inTwoParts)).isEqualTo(parameters(atOnce));
    }

    @Test
    void a_checkpoint_of_another_training_is_refused() {
        trainer(mlp(1)).fit(samples, steps(5));

        requireRefused(trainer(mlp(1)).with(nsr().withBeta(0.5)), "the objective was nsr(beta=0.3");
        requireRefused(trainer(mlp(1)).withSeed(2), "the seed was 0, but now is 2");
        requireRefused(trainer(mlp(1)).withBatchSize(9), "the batch size was 10, but now is 9");
        requireRefused(trainer(mlp(1)).classBalanced(), "the class balance was off, but now is on");
        requireRefused(trainer(mlp(1)).withUnitNormRows(), "the scaling of rows was off");
        requireRefused(trainer(mlp(1)).redrawingDeadUnits(), "the redrawing of dead units was off");
        requireRefused(trainer(mlp(2)), "the configuration of the model was");
        MultiLayerNetwork other = mlp(1);
        other.params().addi(0.1);
        requireRefused(trainer(other), "the first parameters were others than those that the model has now");
        assertThatThrownBy(() -> trainer(mlp(1)).fit(samples.where(sample -> sample.label() > 0), steps(6)))
                .hasMessageContaining("the training set was");
        assertThatThrownBy(() -> trainer(mlp(1)).fit(samples, steps(4)))
                .hasMessageContaining("the number of steps was 5 already, but now is to be 4");
    }

    @Test
    void a_multiple_of_a_sum_is_another_objective_than_a_sum_with_a_multiple() {
        trainer(mlp(1)).with(nsr().plus(crossEntropy()).times(0.5)).fit(samples, steps(5));

        requireRefused(
                trainer(mlp(1)).with(nsr().times(0.5).plus(crossEntropy())),
                "the objective was 0.5 * (nsr(beta=0.3, epsilon=1.0, eta=0.01, noise=LINF, margin=true) + crossEntropy), but now"
                        + " is 0.5 * nsr(beta=0.3, epsilon=1.0, eta=0.01, noise=LINF, margin=true) + crossEntropy");
    }

    private void requireRefused(Trainer trainer, String reason) {
        assertThatThrownBy(() -> trainer.fit(samples, steps(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training.checkpoint is of another training: " + reason)
                .hasMessageEndingWith(
                        "; give another folder, delete the checkpoint to train from the beginning, or train as it was begun");
    }

    @Test
    void a_damaged_checkpoint_is_refused() throws IOException {
        trainer(mlp(1)).fit(samples, steps(5));
        Path file = folder.resolve("training.checkpoint");
        byte[] bytes = Files.readAllBytes(file);

        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> trainer(mlp(1)).fit(samples, steps(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the checkpoint " + file
                        + " is damaged: its check sum is wrong; delete it to train from the beginning");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> trainer(mlp(1)).fit(samples, steps(6))).hasMessageContaining("does not begin with");
    }

    @Test
    void nothing_but_the_checkpoint_is_left_in_the_folder() throws IOException {
        trainer(mlp(1)).fit(samples, steps(5));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("training.checkpoint");
        }
    }

    private Trainer trainer(MultiLayerNetwork model) {
        return Trainer.of(model).with(nsr()).withBatchSize(10).withCheckpoints(folder, 2);
    }

    private static MultiLayerNetwork mlp(long seed) {
        return Models.mlp(new NeuralNetConfiguration.Builder().seed(seed).updater(new AdaMax(0.01)), Activation.RELU);
    }

    private static float[] parameters(MultiLayerNetwork model) {
        return model.params().dup().data().asFloat();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
