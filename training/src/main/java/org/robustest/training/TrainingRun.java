package org.robustest.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robustest.samples.Samples;

/** One training: batch after batch, the gradient by the model's differentiation, the step by DL4J's updater. */
final class TrainingRun {

    private final TrainingSettings settings;
    private final Samples samples;
    private final int steps;
    private final int stepsPerEpoch;
    private final Batches batches;
    private final Differentiation differentiation;
    private final ModelStep modelStep;
    private final Progress progress;
    private final Optional<ValidationRun> validation;
    private final Optional<DeadUnits> deadUnits;
    private final List<float[]> parameters;
    private final List<float[]> gradients;
    private int step;

    TrainingRun(
            TrainingSettings settings,
            Samples samples,
            TrainingLength length,
            TrainableModel model,
            Differentiation differentiation) {
        this.settings = settings;
        this.samples = samples;
        this.stepsPerEpoch = settings.stepsPerEpoch(samples);
        this.steps = length.stepCount(stepsPerEpoch);
        this.batches = settings.batches(samples);
        this.differentiation = differentiation;
        this.modelStep = new ModelStep(model, differentiation);
        this.progress = new Progress(steps, settings.reportEvery, settings.log);
        this.parameters = differentiation.parameters();
        this.gradients =
                parameters.stream().map(array -> new float[array.length]).toList();
        this.validation = settings.validation.map(chosen -> new ValidationRun(chosen, settings.seed, settings.threads));
        this.deadUnits =
                settings.redrawsDeadUnits ? Optional.of(new DeadUnits(parameters, settings.seed)) : Optional.empty();
    }

    /** Trains from the first step, without checkpoints. */
    TrainingResult run() {
        takeSteps(() -> {});
        return end();
    }

    /** Trains from the checkpoint, if there is one, and writes others. */
    TrainingResult run(Checkpoints checkpoints, Map<String, String> settingsInWords) {
        Beginning beginning = Beginning.of(modelStep);
        checkpoints.prepare();
        Optional<State> found = checkpoints.read(settingsInWords);
        Beginning first =
                found.map(state -> beginning.requireSame(state, checkpoints)).orElse(beginning);
        found.ifPresent(state -> resume(state, checkpoints));
        takeSteps(() -> {
            if (checkpoints.isDue(step) || isOver()) {
                checkpoints.write(settingsInWords, state(first));
            }
        });
        return end();
    }

    private void resume(State state, Checkpoints checkpoints) {
        step = (int) state.number("step");
        if (step > steps) {
            throw checkpoints.refusal("number of steps was " + step + " already, but now is to be " + steps);
        }
        resumables().forEach(part -> part.restore(state));
        batches.skip(step);
        progress.report("resumed after step " + step);
    }

    private State state(Beginning first) {
        State state = new State();
        state.put("step", step);
        first.save(state);
        resumables().forEach(part -> part.save(state));
        return state;
    }

    private List<Resumable> resumables() {
        List<Resumable> parts = new ArrayList<>(List.of(modelStep, progress));
        validation.ifPresent(parts::add);
        deadUnits.ifPresent(parts::add);
        return parts;
    }

    private void takeSteps(Runnable afterEach) {
        while (!isOver()) {
            takeStep();
            afterEach.run();
        }
    }

    private boolean isOver() {
        return step >= steps || validation.map(ValidationRun::isOver).orElse(false);
    }

    private TrainingResult end() {
        validation.ifPresent(run -> run.restoreBest(modelStep));
        if (!Arrays.stream(modelStep.parameters()).allMatch(Double::isFinite)) {
            throw diverged("the parameters are not finite after step " + step);
        }
        return progress.result(validations());
    }

    private List<ValidationResult> validations() {
        return validation.map(ValidationRun::results).orElse(List.of());
    }

    private void takeStep() {
        if (step % stepsPerEpoch == 0) {
            modelStep.startEpoch();
        }
        TrainingTime time = new TrainingTime(step, stepsPerEpoch, settings.seed);
        TrainingLoss loss = step(time);
        step++;
        boolean endsEpoch = step % stepsPerEpoch == 0;
        if (endsEpoch) {
            modelStep.endEpoch();
        }
        validation.filter(run -> run.isDue(step, endsEpoch)).ifPresent(this::validate);
        if (endsEpoch) {
            deadUnits.ifPresent(this::redraw);
        }
        TrainingStep taken = new TrainingStep(step, time.epoch(), loss);
        settings.listener.accept(taken);
        progress.report(taken, validations());
    }

    private TrainingLoss step(TrainingTime time) {
        modelStep.readParameters(parameters);
        if (settings.hasUnitNormRows) {
            UnitNormRows.scale(parameters);
            modelStep.writeParameters(parameters);
        }
        BatchPasses passes = differentiation.at(parameters);
        gradients.forEach(gradient -> Arrays.fill(gradient, 0));
        TrainingBatch batch = new TrainingBatch(batches.next(), samples.range(), passes, time);
        TrainingLoss loss = settings.objective.addGradients(batch, 1, gradients);
        double total = loss.total();
        if (!Double.isFinite(total)) {
            throw diverged("the loss was " + total + " at step " + (time.step() + 1));
        }
        deadUnits.ifPresent(units -> units.watch(gradients));
        modelStep.take(gradients, total, batch);
        return loss;
    }

    private static IllegalStateException diverged(String symptom) {
        return new IllegalStateException(
                "the training has diverged: " + symptom
                        + "; the model keeps the parameters it had then. Use a lower learning rate, or a schedule that begins with one");
    }

    private void validate(ValidationRun run) {
        modelStep.readParameters(parameters);
        run.check(step, differentiation.at(parameters).classifier(), modelStep);
    }

    private void redraw(DeadUnits units) {
        modelStep.readParameters(parameters);
        int count = units.redraw(parameters, step);
        if (count > 0) {
            modelStep.writeParameters(parameters);
            progress.report("step " + step + ": " + count + " units had no gradient for an epoch, and were drawn anew");
        }
    }
}
