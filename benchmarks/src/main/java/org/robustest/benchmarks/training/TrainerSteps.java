package org.robustest.benchmarks.training;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.samples.Samples;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingLength;

/** Trains by Robustest. */
final class TrainerSteps implements StepEngine {

    private final Trainer trainer;
    private final Samples samples;
    private long first;
    private long last;

    TrainerSteps(Model model, Samples samples, int threads) {
        Trainer ofModel =
                model instanceof MultiLayerNetwork network ? Trainer.of(network) : Trainer.of((ComputationGraph) model);
        this.trainer = ofModel.withThreads(threads).withBatchSize(RandomBatches.SIZE);
        this.samples = samples;
    }

    /** Measures from the end of the first step on: what comes before is not repeated. */
    @Override
    public double millisPerStep(ObjectiveKind objective, int steps) {
        trainer.with(objective.objective())
                .withListener(step -> {
                    last = System.nanoTime();
                    first = step.step() == 1 ? last : first;
                })
                .fit(samples, TrainingLength.steps(steps + 1));
        return (last - first) * 1e-6 / steps;
    }
}
