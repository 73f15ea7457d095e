package org.robustest.report;

import org.jspecify.annotations.Nullable;

/** A test at one noise level. */
record LevelData(
        double epsilon,
        @Nullable Double requiredRobust,
        @Nullable Double requiredCertified,
        TestOutcome outcome,
        String message,
        double seconds,
        String counterexampleFile,
        @Nullable ResultData result) {

    private static final int MOST_CHARACTERS = 8000;

    LevelData {
        if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException("\"epsilon\" is " + epsilon + ", but must be 0 or positive and finite");
        }
    }

    static LevelData of(FinishedTest test) {
        String message = test.message();
        return new LevelData(
                test.epsilon(),
                test.requiredRobust().isPresent()
                        ? (Double) test.requiredRobust().getAsDouble()
                        : null,
                test.requiredCertified().isPresent()
                        ? (Double) test.requiredCertified().getAsDouble()
                        : null,
                test.outcome(),
                message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + " …",
                test.time().toMillis() / 1000.0,
                test.counterexample().map(Object::toString).orElse(""),
                test.result().map(ResultData::of).orElse(null));
    }
}
