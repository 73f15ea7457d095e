package org.robustest.training;

import java.util.Arrays;
import java.util.List;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.network.Derivatives;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/** One training: batch after batch, the gradient by our own passes, the step by DL4J's updater. */
final class TrainingRun {

    private final TrainingObjective objective;
    private final Batches batches;
    private final InputRange range;
    private final boolean hasUnitNormRows;
    private final ModelStep modelStep;
    private final List<float[]> parameters;
    private final List<float[]> gradients;
    private Derivatives derivatives;

    TrainingRun(
            TrainingObjective objective,
            Batches batches,
            InputRange range,
            boolean hasUnitNormRows,
            TrainableModel model,
            ImportedNetwork imported) {
        this.objective = objective;
        this.batches = batches;
        this.range = range;
        this.hasUnitNormRows = hasUnitNormRows;
        this.modelStep = new ModelStep(model, imported);
        this.derivatives = Derivatives.of(imported.network());
        this.parameters =
                imported.network().parameters().stream().map(float[]::clone).toList();
        this.gradients =
                parameters.stream().map(array -> new float[array.length]).toList();
    }

    TrainingResult run(int steps, int stepsPerEpoch, long seed, Progress progress) {
        for (int step = 0; step < steps; step++) {
            if (step % stepsPerEpoch == 0) {
                modelStep.startEpoch();
            }
            double loss = step(new TrainingTime(step, stepsPerEpoch, seed));
            progress.report(step + 1, loss);
            if ((step + 1) % stepsPerEpoch == 0) {
                modelStep.endEpoch();
            }
        }
        return progress.result();
    }

    private double step(TrainingTime time) {
        modelStep.readParameters(parameters);
        if (hasUnitNormRows) {
            UnitNormRows.scale(parameters);
            modelStep.writeParameters(parameters);
        }
        derivatives = derivatives.withParameters(parameters);
        gradients.forEach(gradient -> Arrays.fill(gradient, 0));
        List<Sample> samples = batches.next();
        double loss = objective.addGradients(new TrainingBatch(samples, range, derivatives, time), 1, gradients);
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("the training has diverged: the loss was " + loss + " at step "
                    + (time.step() + 1)
                    + "; the model keeps the parameters it had then. Use a lower learning rate, or a"
                    + " schedule that begins with one");
        }
        modelStep.take(gradients, loss, samples.size());
        return loss;
    }
}
