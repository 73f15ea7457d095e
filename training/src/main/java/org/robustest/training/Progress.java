package org.robustest.training;

import java.util.Locale;
import java.util.function.Consumer;

/** Says now and then how far a training is, how fast, and how long it will still take. */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WINDOW = 100;

    private final int steps;
    private final int every;
    private final Consumer<String> log;
    private final long start = System.nanoTime();
    private final double[] losses = new double[WINDOW];

    Progress(int steps, int every, Consumer<String> log) {
        this.steps = steps;
        this.every = every;
        this.log = log;
    }

    /** Takes in the loss of a step, of which the first is 1. */
    void report(int step, double loss) {
        losses[(step - 1) % WINDOW] = loss;
        if (step % every == 0 || step == steps) {
            double perSecond = step / seconds();
            log.accept(String.format(
                    Locale.ROOT,
                    "step %,d of %,d, loss %.4f, %.1f steps/s, %.0f s passed, %.0f s to go",
                    step,
                    steps,
                    meanLoss(step),
                    perSecond,
                    seconds(),
                    (steps - step) / perSecond));
        }
    }

    TrainingResult result() {
        return new TrainingResult(steps, meanLoss(steps), seconds());
    }

    private double meanLoss(int step) {
        int count = Math.min(step, WINDOW);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += losses[i];
        }
        return sum / count;
    }

    private double seconds() {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
}
