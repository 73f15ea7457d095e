package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Disabled;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.samples.Samples;

/** What the engine leaves behind at the end of a run. */
class ReportTest {

    @TempDir
    Path folder;

    static class MixedTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.125, 0.5},
                minRobustAccuracy = 0.9)
        void stays() {}

        @Disabled("not today")
        @RobustnessTest(epsilon = 0.125, minRobustAccuracy = 0.9)
        void isLeftOut() {}
    }

    static class BrokenProviderTestCase {
        @Model
        static DifferentiableClassifier model() {
            throw new IllegalStateException("the file of the model is gone");
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(epsilon = 0.125, minRobustAccuracy = 0.9)
        void stays() {}
    }

    private EngineTestKit.Builder run(Class<?> testClass) {
        return Robustest.select(selectClass(testClass))
                .configurationParameter("robustest.report", "write")
                .configurationParameter("robustest.report.folder", folder.toString());
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("report.html"));
    }

    private String results() throws IOException {
        return Files.readString(folder.resolve("report.json"));
    }

    @Test
    void everyTestStandsInItHoweverItEnded() throws IOException {
        run(MixedTestCase.class).execute();
        assertThat(page())
                .contains("<b>1</b> passed", "<b>1</b> failed", "<b>1</b> skipped")
                .contains("not today")
                .doesNotContain("<b>Cancelled.</b>");
        assertThat(results()).contains("\"broken\":[\"near positive\"]").contains("\"method\":\"stays\"");
    }

    @Test
    void aModelThatCannotBeLoadedIsAnErrorOfItsTests() throws IOException {
        run(BrokenProviderTestCase.class).execute();
        assertThat(page()).contains("<b>1</b> error").contains("the file of the model is gone");
    }

    @Test
    void theEndOfTheRunSaysWhereItIs() {
        String printed = Printed.by(() -> run(MixedTestCase.class).execute());
        assertThat(printed).contains("robustness report: " + folder.resolve("report.html"));
    }

    @Test
    void itIsNotWrittenWhenTurnedOff() {
        run(MixedTestCase.class)
                .configurationParameter("robustest.report", "off")
                .execute();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneThatCannotBeWrittenFailsNoTestAndSaysWhatToDo() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        String printed = Printed.by(() -> run(MixedTestCase.class)
                .configurationParameter(
                        "robustest.report.folder", inTheWay.resolve("report").toString())
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(1)));
        assertThat(printed).contains("was not written").contains("robustest.report=off");
    }
}
