package org.robustest.engine.internal;

import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the tests of a run, and inside of a class those of that class, share.
 *
 * @param listener whom to tell
 * @param parameters the configuration of the run
 * @param classRun the run of the class, inside of one
 */
record RobustestContext(
        EngineExecutionListener listener, ConfigurationParameters parameters, Optional<ClassRun> classRun)
        implements EngineExecutionContext {

    static final String SEED = "robustest.seed";

    static RobustestContext outsideOfClasses(EngineExecutionListener listener, ConfigurationParameters parameters) {
        return new RobustestContext(listener, parameters, Optional.empty());
    }

    RobustestContext inClass(Class<?> testClass) {
        // Read here and not for the whole engine: Surefire does not report what fails outside of a class.
        long seed = parameters.get(SEED).map(RobustestContext::seed).orElse(0L);
        return new RobustestContext(listener, parameters, Optional.of(new ClassRun(testClass, seed)));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new JUnitException(
                    "the configuration parameter " + SEED + " must be a whole number, but it is \"" + text + "\"", e);
        }
    }

    ClassRun requireClassRun() {
        return classRun.orElseThrow();
    }
}
