package org.robustest.training;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says now and then how far a training is, how fast, and how long it will still take. */
final class Progress implements Resumable {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WINDOW = 100;

    private final int steps;
    private final int every;
    private final Consumer<String> log;
    private final long start = System.nanoTime();
    private double secondsBefore;
    private int stepsBefore;
    private int step;
    private final double[] losses = new double[WINDOW];

    Progress(int steps, int every, Consumer<String> log) {
        this.steps = steps;
        this.every = every;
        this.log = log;
    }

    /** Takes in a step and, if there were validations, the last and the best of them. */
    void report(TrainingStep taken, List<ValidationResult> validations) {
        step = taken.step();
        losses[(step - 1) % WINDOW] = taken.loss().total();
        if (step % every == 0 || step == steps) {
            double perSecond = (step - stepsBefore) / secondsNow();
            log.accept(String.format(
                    Locale.ROOT,
                    "step %,d of %,d, loss %.4f%s, %.1f steps/s, %.0f s passed, %.0f s to go%s",
                    step,
                    steps,
                    meanLoss(),
                    parts(taken.loss()),
                    perSecond,
                    seconds(),
                    (steps - step) / perSecond,
                    accuracies(validations)));
        }
    }

    /** Reports something that happens now and then. */
    void report(String event) {
        log.accept(event);
    }

    private static String parts(TrainingLoss loss) {
        return loss.parts().size() == 1
                ? ""
                : loss.parts().entrySet().stream()
                        .map(part -> String.format(Locale.ROOT, "%s %.4f", part.getKey(), part.getValue()))
                        .collect(Collectors.joining(", ", " (last ", ")"));
    }

    private String accuracies(List<ValidationResult> validations) {
        if (validations.isEmpty()) {
            return "";
        }
        ValidationResult last = validations.get(validations.size() - 1);
        ValidationResult best = result(validations).best().orElse(last);
        return String.format(
                Locale.ROOT,
                ", robust %.3f and clean %.3f at step %,d, best %.3f at step %,d",
                last.robustAccuracy(),
                last.cleanAccuracy(),
                last.step(),
                best.robustAccuracy(),
                best.step());
    }

    TrainingResult result(List<ValidationResult> validations) {
        return new TrainingResult(step, meanLoss(), seconds(), validations);
    }

    private double meanLoss() {
        int count = Math.min(step, WINDOW);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += losses[i];
        }
        return sum / count;
    }

    private double seconds() {
        return secondsBefore + secondsNow();
    }

    private double secondsNow() {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    @Override
    public void save(State state) {
        state.put("losses", losses.clone());
        state.put("seconds", seconds());
    }

    @Override
    public void restore(State state) {
        System.arraycopy(state.array("losses"), 0, losses, 0, WINDOW);
        secondsBefore = state.number("seconds");
        step = (int) state.number("step");
        stepsBefore = step;
    }
}
