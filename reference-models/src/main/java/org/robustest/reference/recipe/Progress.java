package org.robustest.reference.recipe;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Says now and then how far a training is, how fast, and how long it will still take. */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int steps;
    private final int every;
    private final Consumer<String> log;
    private final long start = System.nanoTime();

    private Progress(int steps, int every, Consumer<String> log) {
        this.steps = steps;
        this.every = every;
        this.log = log;
    }

    static Progress of(int steps, int every, Consumer<String> log) {
        return new Progress(steps, every, log);
    }

    void report(int step, DoubleSupplier loss) {
        if (step % every == 0 || step == steps) {
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            double perSecond = step / seconds;
            log.accept(String.format(
                    Locale.ROOT,
                    "step %,d of %,d, loss %.4f, %.0f steps/s, %.0f s passed, %.0f s to go",
                    step,
                    steps,
                    loss.getAsDouble(),
                    perSecond,
                    seconds,
                    (steps - step) / perSecond));
        }
    }
}
