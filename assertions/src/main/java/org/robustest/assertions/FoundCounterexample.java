package org.robustest.assertions;

import java.io.IOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Path;
import java.util.Optional;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.store.CounterexampleFolder;
import org.robustest.store.CounterexampleKeys;
import org.robustest.store.Hash;
import org.robustest.store.Replay;
import org.robustest.store.StoredCounterexample;

/** Writes the counterexample of an assertion that fails to a file, named after the test that made the assertion. */
final class FoundCounterexample {

    private FoundCounterexample() {}

    /** Returns where it was written, or why it was not; nothing if there is none, or it is not to be written. */
    static Optional<String> write(Classifier model, RobustnessResult result) {
        if (System.getProperty(CounterexampleKeys.KEEPING, "find").equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        return result.worst()
                .filter(worst -> !Replay.isStored(worst))
                .map(worst -> write(worst, Hash.of(model, result.samples())));
    }

    private static String write(Counterexample worst, String modelHash) {
        CounterexampleFolder folder = folder();
        try {
            return folder.put(StoredCounterexample.of(worst, modelHash)).toString();
        } catch (IOException e) {
            return "nowhere, since " + folder + " cannot be written to (" + e + ")";
        }
    }

    private static CounterexampleFolder folder() {
        StackFrame test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> isOfUser(frame.getDeclaringClass()))
                        .findFirst())
                .orElseThrow();
        return CounterexampleFolder.of(
                Path.of(System.getProperty(CounterexampleKeys.FOUND, CounterexampleKeys.USUAL_FOUND)),
                test.getClassName(),
                method(test.getMethodName()));
    }

    private static boolean isOfUser(Class<?> type) {
        String name = type.getName();
        return !name.startsWith("org.assertj.")
                && !name.startsWith("java.")
                && !AbstractRobustnessAssert.class.isAssignableFrom(type)
                && type != Reporting.class
                && type != FoundCounterexample.class;
    }

    /** The body of a lambda is a method that javac names {@code lambda$test$0}. */
    private static String method(String name) {
        return name.startsWith("lambda$") ? name.split("\\$", 3)[1] : name;
    }
}
