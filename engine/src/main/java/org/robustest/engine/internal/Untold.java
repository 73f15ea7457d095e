package org.robustest.engine.internal;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.platform.engine.TestDescriptor;
import org.robustest.report.RunReport;

/** Adds to a report the tests that did not come to run, each with the reason. */
final class Untold {

    private final RunReport report;
    private final BooleanSupplier isCancelled;

    Untold(RunReport report, BooleanSupplier isCancelled) {
        this.report = report;
        this.isCancelled = isCancelled;
    }

    void addAllBelow(TestDescriptor descriptor) {
        for (TestDescriptor child : descriptor.getChildren()) {
            if (child instanceof LevelDescriptor level) {
                add(level);
            }
            addAllBelow(child);
        }
    }

    private void add(LevelDescriptor descriptor) {
        TestMethod test = descriptor.method().test();
        Level level = descriptor.level();
        if (report.has(test.testClass().getName(), test.method().getName(), level.epsilon())) {
            return;
        }
        String failure = failureOf(descriptor);
        report.add(
                failure.isEmpty()
                        ? Reported.unfinished(test, level, Outcome.SKIPPED, whySkipped(test))
                        : Reported.unfinished(test, level, Outcome.ERROR, failure));
    }

    private static String failureOf(TestDescriptor descriptor) {
        Optional<TestDescriptor> parent = descriptor.getParent();
        while (parent.isPresent()) {
            if (parent.get() instanceof ClassDescriptor testClass
                    && !testClass.failure().isEmpty()) {
                return testClass.failure();
            }
            parent = parent.get().getParent();
        }
        return "";
    }

    private String whySkipped(TestMethod test) {
        return Skipping.ofClassOrThoseAround(test.testClass())
                .or(() -> Skipping.of(test.method()).getReason())
                .orElse(isCancelled.getAsBoolean() ? "the run was cancelled before it" : "it did not run");
    }
}
