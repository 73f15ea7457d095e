package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Objectives.certified;
import static org.robustest.training.Objectives.nsr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.AdaMax;
import org.robustest.attack.Pgd;
import org.robustest.dl4j.Dl4j;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingLength;

class MitBihRecipeTest {

    private final MitBihRecipe<MultiLayerNetwork> recipe =
            MitBihRecipe.mlp(TrainingMethod.CROSS_ENTROPY).withSteps(20);
    private final Samples beats = SyntheticEcg.withDefaults().beats(40);

    @Test
    void learnsToTellSyntheticBeatsApart() {
        MultiLayerNetwork network = recipe.withSteps(200).train(beats, line -> {});

        Samples others = SyntheticEcg.withDefaults().withSeed(2).beats(40);
        assertThat(CleanAccuracy.of(Dl4j.classifier(network), others).overall()).isGreaterThan(0.9);
    }

    @Test
    void theNoiseToSignalRatioMakesBeatsHarderToBreak() {
        Samples others = SyntheticEcg.withDefaults().withSeed(2).beats(40);
        MultiLayerNetwork plain = MitBihNetworks.mlp(1, new AdaMax(1e-3));
        MultiLayerNetwork regularized = MitBihNetworks.mlp(1, new AdaMax(1e-3));
        Trainer.of(plain).classBalanced().withSeed(1).fit(beats, TrainingLength.steps(400));
        Trainer.of(regularized)
                .with(nsr().withBeta(1))
                .classBalanced()
                .withUnitNormRows()
                .withSeed(1)
                .fit(beats, TrainingLength.steps(400));

        RobustnessResult ofPlain = underNoise(plain, others);
        RobustnessResult ofRegularized = underNoise(regularized, others);
        assertThat(ofRegularized.robustAccuracy()).isGreaterThanOrEqualTo(ofPlain.robustAccuracy() + 0.2);
        assertThat(ofRegularized.cleanAccuracy()).isGreaterThanOrEqualTo(ofPlain.cleanAccuracy() - 0.05);
    }

    @Test
    void trainingByIntervalBoundsMakesRobustnessProvable() {
        Samples others = SyntheticEcg.withDefaults().withSeed(2).beats(40);
        MultiLayerNetwork plain = MitBihNetworks.mlp(1, new AdaMax(1e-3));
        MultiLayerNetwork certified = MitBihNetworks.mlp(1, new AdaMax(3e-3));
        Trainer.of(plain).classBalanced().withSeed(1).fit(beats, TrainingLength.steps(400));
        Trainer.of(certified)
                .with(certified(linf(0.05).within(0, 1)).withRise(100))
                .classBalanced()
                .withSeed(1)
                .fit(beats, TrainingLength.steps(600));

        assertThat(underNoise(certified, others).certifiedAccuracy())
                .isGreaterThanOrEqualTo(underNoise(plain, others).certifiedAccuracy() + 0.4);
    }

    private static RobustnessResult underNoise(MultiLayerNetwork network, Samples samples) {
        return RobustnessEvaluation.of(Dl4j.classifier(network))
                .withAttack(Pgd.withDefaults().withSteps(40).withRestarts(1))
                .evaluate(samples, linf(0.05).within(0, 1));
    }

    @Test
    void theCnnIsTheOneOfThePaper() {
        ComputationGraph network =
                MitBihRecipe.cnn(TrainingMethod.CROSS_ENTROPY).withSteps(1).train(beats, line -> {});

        assertThat(network.numParams()).isEqualTo(6 * 32 + 10 * (32 * 32 * 5 + 32) + 64 * 32 + 32 + 32 * 5 + 5);
        assertThat(Dl4j.classifier(network, BeatCutter.SHAPE)).asString().startsWith("DL4J model convolution(1 -> 32");
    }

    @Test
    void givesTheSameFileForTheSameSeed(@TempDir Path folder) throws IOException {
        ModelFile.write(recipe.train(beats, line -> {}), folder.resolve("a.zip"));
        ModelFile.write(recipe.train(beats, line -> {}), folder.resolve("b.zip"));
        ModelFile.write(recipe.withSeed(2).train(beats, line -> {}), folder.resolve("c.zip"));

        byte[] first = Files.readAllBytes(folder.resolve("a.zip"));
        assertThat(Files.readAllBytes(folder.resolve("b.zip"))).isEqualTo(first);
        assertThat(Files.readAllBytes(folder.resolve("c.zip"))).isNotEqualTo(first);
    }

    @Test
    void writesAFileThatDl4jReads(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = recipe.train(beats, line -> {});
        ModelFile.write(network, folder.resolve("a.zip"));

        MultiLayerNetwork read =
                ModelSerializer.restoreMultiLayerNetwork(folder.resolve("a.zip").toFile());

        assertThat(read.params().toFloatVector()).isEqualTo(network.params().toFloatVector());
    }

    @Test
    void reportsProgressWithRateAndTime() {
        List<String> lines = new ArrayList<>();

        recipe.train(beats, lines::add);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).matches("step 20 of 20, loss [0-9.]+, [0-9.]+ steps/s, [0-9]+ s passed, 0 s to go");
    }

    @Test
    void refusesInputsOfAnotherShape() {
        Samples others = Samples.builder(Shape.of(12), List.of("a", "b")).build();

        assertThatThrownBy(() -> recipe.train(others, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[187]")
                .hasMessageContaining("[12]");
    }
}
