package org.robustest.benchmarks.junit;

import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.samples.Samples;
import org.robustest.store.SamplesFile;

/** The JVM that runs one robustness test, and says whether it passed. */
final class SingleTest {

    /** Names the file that the beats are read from; without it they are cut from the records. */
    static final String SAMPLES = "bench.samples";

    private SingleTest() {}

    /**
     * Runs the test.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(MlpTest.class))
                .filters(EngineFilter.includeEngines("robustest"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        PrintStream out = System.out;
        System.setOut(System.err);
        LauncherFactory.create().execute(request, listener);
        out.println(
                listener.getSummary().getTestsSucceededCount() == 1
                        ? "passed"
                        : "failed: " + listener.getSummary().getFailures());
        System.exit(0);
    }

    /** An empty body, on a model and samples that are really read. */
    static final class MlpTest {

        @Model
        static DifferentiableClassifier mlp() {
            return ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY).classifier();
        }

        @Inputs
        static Samples beats() {
            String file = System.getProperty(SAMPLES);
            return file == null ? EngineCosts.beats() : SamplesFile.read(Path.of(file));
        }

        @RobustnessTest(epsilon = 0.03, minRobustAccuracy = 0.1)
        void staysCorrect() {}
    }
}
