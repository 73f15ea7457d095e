package org.robustest.assertions;

import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.AssertionErrorCollector;
import org.robustest.classifier.Classifier;

/**
 * What becomes of a failure.
 *
 * @param collector takes failures, so that the checks that follow are run too; without one a failure is thrown
 * @param model the model that was attacked for the assertion, whose counterexample is then written to a file
 */
record Reporting(Optional<AssertionErrorCollector> collector, Optional<Classifier> model) {

    static final Reporting AT_ONCE = new Reporting(Optional.empty(), Optional.empty());

    static Reporting softly(AssertionErrorCollector collector) {
        return new Reporting(Optional.of(collector), Optional.empty());
    }

    Reporting about(Classifier attacked) {
        return new Reporting(collector, Optional.of(attacked));
    }

    /** AssertJ tells the line of a collected failure by the first frame that is not its own, which is to be one of the test. */
    private static boolean isOwn(String className) {
        return className.equals(Reporting.class.getName())
                || (className.startsWith(Reporting.class.getPackageName()) && className.endsWith("Assert"))
                || className.startsWith("java.")
                || className.startsWith("org.assertj.");
    }

    void run(Runnable check) {
        if (collector.isEmpty()) {
            check.run();
            return;
        }
        try {
            check.run();
            collector.get().succeeded();
        } catch (AssertionError failure) {
            failure.setStackTrace(Arrays.stream(failure.getStackTrace())
                    .dropWhile(frame -> isOwn(frame.getClassName()))
                    .toArray(StackTraceElement[]::new));
            collector.get().collectAssertionError(failure);
        }
    }
}
