package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Objectives.adversarial;
import static org.robustest.training.Objectives.certified;
import static org.robustest.training.Objectives.nsr;
import static org.robustest.training.TrainingLength.epochs;

import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.attack.Fgsm;
import org.robustest.dl4j.Dl4j;
import org.robustest.random.RandomStream;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.training.Augmentation;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingObjective;
import org.robustest.training.TrainingResult;
import org.robustest.training.Validation;

/** The model of {@link SyntheticBeatsTest}, trained so that it withstands noise ten times as large. */
class RobustTrainingTest {

    private final Samples beats = SyntheticEcg.withDefaults().withSeed(1).beats(400);
    private final Samples others = SyntheticEcg.withDefaults().withSeed(2).beats(40);
    private final MultiLayerNetwork network = BeatClassifier.untrained(beats, 1);

    @Test
    void the_noise_to_signal_ratio_makes_a_model_robust() {
        Trainer.of(network)
                .with(nsr().withBeta(1))
                .classBalanced()
                .withUnitNormRows()
                .fit(beats, epochs(40));

        assertThat(Dl4j.classifier(network))
                .on(others)
                .under(linf(0.05).within(0, 1))
                .hasRobustAccuracyOfAtLeast(0.6);
    }

    @Test
    void interval_bounds_make_robustness_provable() {
        Trainer.of(network)
                .with(certified(linf(0.05)).withRise(20))
                .classBalanced()
                .fit(beats, epochs(80));

        assertThat(Dl4j.classifier(network))
                .on(others)
                .under(linf(0.05).within(0, 1))
                .isCertifiedForAtLeast(0.5);
    }

    @Test
    void objectives_can_be_added_up() {
        TrainingObjective both = nsr().withBeta(0.2)
                .plus(adversarial(linf(0.03)).by(Fgsm.withDefaults()).times(0.5));

        Trainer.of(network).with(both).classBalanced().withUnitNormRows().fit(beats, epochs(10));

        assertThat(Dl4j.classifier(network))
                .on(others)
                .under(linf(0.03).within(0, 1))
                .hasRobustAccuracyOfAtLeast(0.6);
    }

    @Test
    void samples_can_be_changed_each_time_they_are_learned() {
        Trainer.of(network).with(nsr()).withAugmentation(new Gain(0.5)).fit(beats, epochs(40));

        assertThat(Dl4j.classifier(network))
                .on(others)
                .under(linf(0.01).within(0, 1))
                .hasRobustAccuracyOfAtLeast(0.5);
    }

    record Gain(double smallest) implements Augmentation {
        @Override
        public float[] change(Sample sample, RandomStream random) {
            float gain = (float) (smallest + (1 - smallest) * random.nextDouble());
            float[] input = sample.input();
            for (int i = 0; i < input.length; i++) {
                input[i] *= gain;
            }
            return input;
        }
    }

    @Test
    void a_validation_keeps_the_best_model() {
        Validation validation =
                Validation.on(others, linf(0.05)).withPatience(5).keepingBest();
        TrainingResult result =
                Trainer.of(network).with(nsr()).withValidation(validation).fit(beats, epochs(40));

        assertThat(result.best().orElseThrow().robustAccuracy()).isGreaterThan(0.3);
    }

    @Test
    void a_training_can_be_stopped_and_resumed(@TempDir Path folder) {
        Trainer.of(network).with(nsr()).withCheckpoints(folder, 100).fit(beats, epochs(40));

        assertThat(folder.resolve("training.checkpoint")).exists();
    }
}
