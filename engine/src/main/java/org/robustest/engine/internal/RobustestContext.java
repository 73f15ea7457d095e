package org.robustest.engine.internal;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.robustest.report.RunReport;

/**
 * What the tests of a run, and inside of a class those of that class, share.
 *
 * @param listener whom to tell
 * @param parameters the configuration of the run
 * @param folders where files may be put for whoever reads the report of the platform
 * @param isCancelled whether the run is not wanted any more
 * @param providers what has been loaded
 * @param version the version of Robustest
 * @param report what becomes of the tests
 * @param classRun the run of the class, inside of one
 */
record RobustestContext(
        EngineExecutionListener listener,
        ConfigurationParameters parameters,
        OutputDirectoryCreator folders,
        BooleanSupplier isCancelled,
        SharedProviders providers,
        String version,
        RunReport report,
        Optional<ClassRun> classRun)
        implements EngineExecutionContext {

    static RobustestContext outsideOfClasses(ExecutionRequest request, String version) {
        return new RobustestContext(
                request.getEngineExecutionListener(),
                request.getConfigurationParameters(),
                request.getOutputDirectoryCreator(),
                Cancellation.of(request),
                new SharedProviders(),
                version,
                RunReport.begin(version),
                Optional.empty());
    }

    RobustestContext inClass(Class<?> testClass) {
        // Read here and not for the whole engine: Surefire does not report what fails outside of a class.
        ClassRun run = new ClassRun(testClass, Settings.of(parameters), providers, version, report);
        return new RobustestContext(
                listener, parameters, folders, isCancelled, providers, version, report, Optional.of(run));
    }

    ClassRun requireClassRun() {
        return classRun.orElseThrow();
    }
}
