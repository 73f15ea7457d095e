package org.robustest.training;

import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Objectives.adversarial;
import static org.robustest.training.Objectives.nsr;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.robustest.attack.Pgd;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A training with everything that has a state, to be killed and resumed: 3 steps an epoch, 30 steps. */
final class KilledTraining {

    static final int STEPS = 30;

    private static final Samples SIGNALS = TestSamples.of(Shape.of(1, Models.LENGTH), 60);
    private static final Samples OTHERS = TestSamples.besides(SIGNALS, 15);

    private KilledTraining() {}

    static ComputationGraph model() {
        return Models.graph(new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)), Activation.RELU);
    }

    static Trainer trainer(ComputationGraph model, Consumer<String> log) {
        return Trainer.of(model)
                .with(nsr().withBeta(0.2)
                        .withRise(5)
                        .plus(adversarial(linf(0.1))
                                .by(Pgd.withDefaults().withSteps(2).withRestarts(1))))
                .classBalanced()
                .withAugmentation(new RandomGain(0.2))
                .withUnitNormRows()
                .redrawingDeadUnits()
                .withBatchSize(20)
                .withSeed(3)
                .withValidation(Validation.on(OTHERS, linf(0.05))
                        .everySteps(2)
                        .withPatience(14)
                        .keepingBest())
                .withProgress(log, 1);
    }

    static TrainingResult fit(Trainer trainer) {
        return trainer.fit(SIGNALS, TrainingLength.steps(STEPS));
    }

    /**
     * Trains, and says so step by step.
     *
     * @param arguments the folder of the checkpoints
     */
    public static void main(String[] arguments) {
        fit(trainer(model(), System.out::println).withCheckpoints(Path.of(arguments[0]), 1));
    }
}
