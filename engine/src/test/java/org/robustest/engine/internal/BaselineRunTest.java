package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class BaselineRunTest {

    /** Where the model changes its mind: at 0, three of four samples stand at 0.5; further down, all of them do. */
    private static final AtomicReference<Float> BOUNDARY = new AtomicReference<>(0F);

    static class HeldTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {
                BOUNDARY.get(), -BOUNDARY.get()
            })));
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(
                epsilon = {0.1, 0.5},
                baseline = true)
        void holds() {}
    }

    @TempDir
    Path root;

    private Path file;

    @BeforeEach
    void begin() {
        BOUNDARY.set(0F);
        file = root.resolve(HeldTestCase.class.getName().replace('.', '/')).resolve("baseline.txt");
    }

    private EngineTestKit.Builder kit() {
        return Robustest.select(selectClass(HeldTestCase.class))
                .configurationParameter("robustest.baseline.folder", root.toString())
                .configurationParameter("robustest.counterexamples", "off");
    }

    private String update() {
        return Printed.by(() ->
                kit().configurationParameter("robustest.baseline", "update").execute());
    }

    private static void requireFailures(Events tests, int count, Predicate<String> text) {
        tests.failed().assertThatEvents().hasSize(count).allMatch(event(finishedWithFailure(message(text)))::matches);
    }

    @Test
    void withoutABaselineTheTestFailsAndNoneIsMade() {
        requireFailures(
                kit().execute().testEvents(),
                2,
                text -> text.contains("there is no baseline of holds() at epsilon = ")
                        && text.contains("make it with -Drobustest.baseline=update"));
        assertThat(file).doesNotExist();
    }

    @Test
    void onRequestItIsMadeAndThenHeld() throws IOException {
        assertThat(update()).contains("baseline: 0 known, 0 improved, 2 new; written to " + file);
        assertThat(Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("holds()\t0.1\t1.0\t1.0\t4\t0\tunlimited\t"),
                        line -> assertThat(line).startsWith("holds()\t0.5\t0.75\t0.75\t4\t0\tunlimited\t"));
        String printed =
                Printed.by(() -> kit().execute().testEvents().assertStatistics(statistics -> statistics.succeeded(2)));
        assertThat(printed).contains("baseline: 2 known, 0 improved, 0 new");
    }

    @Test
    void worseFailsAndIsNotWrittenEvenOnRequest() throws IOException {
        BOUNDARY.set(-0.6F);
        update();
        String before = Files.readString(file);
        BOUNDARY.set(0F);
        requireFailures(
                kit().execute().testEvents(),
                1,
                text -> text.contains(
                                "the model has become less robust in holds() at epsilon = 0.5: robust accuracy 1.0000 -> 0.7500 (-0.2500)")
                        && text.contains("delete the line"));
        update();
        assertThat(file).hasContent(before);
    }

    @Test
    void betterPassesSaysByHowMuchAndIsRaisedOnRequestAlone() throws IOException {
        update();
        String before = Files.readString(file);
        BOUNDARY.set(-0.6F);
        String printed =
                Printed.by(() -> kit().execute().testEvents().assertStatistics(statistics -> statistics.succeeded(2)));
        assertThat(printed)
                .contains("baseline: 1 known, 1 improved, 0 new; raise it with -Drobustest.baseline=update")
                .contains("improved: holds() at epsilon = 0.5: robust 0.7500 -> 1.0000 (+0.2500)");
        assertThat(file).hasContent(before);
        update();
        assertThat(Files.readString(file)).contains("holds()\t0.5\t1.0\t1.0\t4");
    }

    @Test
    void anotherBudgetIsNotCompared() {
        update();
        requireFailures(
                kit().configurationParameter("robustest.budget", "60").execute().testEvents(),
                2,
                text -> text.contains("budget was unlimited and is 60.0 s") && text.contains("cannot be compared"));
    }

    @Test
    void aSearchHasABaselineOfItsOwn() {
        update();
        kit().configurationParameter("robustest.mode", "search")
                .configurationParameter("robustest.baseline", "update")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2));
        assertThat(file.resolveSibling("baseline-search.txt")).exists();
        kit().execute().testEvents().assertStatistics(statistics -> statistics.succeeded(2));
    }

    @Test
    void anUnreadableBaselineIsNamed() throws IOException {
        update();
        Files.writeString(file, "<<<<<<< HEAD\n");
        requireFailures(
                kit().execute().testEvents(),
                2,
                text -> text.contains("line 1 of the baseline " + file + " has 1 fields"));
    }
}
