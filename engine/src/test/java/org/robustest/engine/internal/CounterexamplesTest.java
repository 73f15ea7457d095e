package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;
import org.robustest.store.CounterexampleFolder;
import org.robustest.store.Replay;

class CounterexamplesTest {

    /** Where the model changes its mind; the sample "near positive" is at 0.25. */
    private static final AtomicReference<Float> BOUNDARY = new AtomicReference<>(0F);

    private static final AtomicReference<Float> NEAREST = new AtomicReference<>(0.25F);

    private static final List<RobustnessResult> RESULTS = new ArrayList<>();

    static class BoundaryTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {
                BOUNDARY.get(), -BOUNDARY.get()
            })));
        }

        @Inputs
        static Samples numbers() {
            return Sign.samples()
                    .add("far negative", new float[] {-3}, 0)
                    .add("near positive", new float[] {NEAREST.get()}, 1)
                    .build();
        }

        @RobustnessTest(
                epsilon = {0.1, 0.5},
                minRobustAccuracy = 1)
        void stays(RobustnessResult result) {}

        @RobustnessTest(epsilon = {0.1, 0.5})
        void tells(RobustnessResult result) {
            RESULTS.add(result);
        }
    }

    @TempDir
    Path root;

    private Path stored;
    private Path found;

    @BeforeEach
    void begin() throws IOException {
        BOUNDARY.set(0F);
        NEAREST.set(0.25F);
        RESULTS.clear();
        stored = Files.createDirectories(root.resolve("stored"));
        found = root.resolve("found");
    }

    private EngineTestKit.Builder kit() {
        return Robustest.select(selectClass(BoundaryTestCase.class))
                .configurationParameter("robustest.counterexamples.folder", stored.toString())
                .configurationParameter("robustest.counterexamples.found", found.toString());
    }

    private EngineExecutionResults update() {
        return kit().configurationParameter("robustest.counterexamples", "update")
                .execute();
    }

    private CounterexampleFolder.Contents in(Path folder, String method) {
        return CounterexampleFolder.of(folder, BoundaryTestCase.class.getName(), method)
                .read();
    }

    private static List<String> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsFoundIsWrittenBelowTargetAndTheSourcesAreLeftAlone() throws IOException {
        kit().execute();
        assertThat(files(stored)).isEmpty();
        assertThat(in(found, "stays").entries()).hasSize(1);
        assertThat(in(found, "stays")
                        .entries()
                        .get(0)
                        .counterexample()
                        .finding()
                        .epsilon())
                .isEqualTo(0.5);
    }

    @Test
    void runsOneAfterTheOtherLeaveTheSameFiles() throws IOException {
        kit().execute();
        List<String> first = files(found);
        kit().execute();
        assertThat(files(found)).isEqualTo(first).hasSize(4);
    }

    @Test
    void onRequestItIsShrunkAndAddedToTheSources() throws IOException {
        update();
        assertThat(files(found)).isEmpty();
        assertThat(in(stored, "stays").entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.counterexample().finding().distance()).isBetween(0.25, 0.251));
    }

    @Test
    void addsNothingThatIsKnownAlready() throws IOException {
        update();
        List<String> first = files(stored);
        update();
        assertThat(files(stored)).isEqualTo(first);
    }

    @Test
    void storedOnesAreReplayedFirst() {
        update();
        RESULTS.clear();
        String printed = Printed.by(() -> kit().execute());
        Verdict.Broken broken = RESULTS.get(1).verdicts(Verdict.Broken.class).get(0);
        assertThat(Replay.isStored(broken.counterexample())).isTrue();
        assertThat(broken.counterexample().input())
                .isEqualTo(in(stored, "tells").entries().get(0).counterexample().input());
        assertThat(printed)
                .contains("counterexamples of tells: 1 stored, 1 still break the model, 0 are fixed, 0 are of other");
    }

    @Test
    void oneThatNoLongerBreaksTheModelIsReportedAsFixedAndKept() throws IOException {
        update();
        List<String> before = files(stored);
        BOUNDARY.set(-1F);
        String printed = Printed.by(() -> kit().execute()
                .testEvents()
                .reportingEntryPublished()
                .assertThatEvents()
                .allSatisfy(event -> assertThat(
                                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                        .containsEntry("robustest.counterexamples.stored", "1")
                        .containsEntry("robustest.counterexamples.fixed", "1")));
        assertThat(printed)
                .contains("counterexamples of stays: 1 stored, 0 still break the model, 1 are fixed (near positive)");
        assertThat(files(stored)).isEqualTo(before);
    }

    @Test
    void aNewOneToTheSampleOfAFixedOneStandsBesideIt() throws IOException {
        update();
        BOUNDARY.set(-0.2F);
        update();
        assertThat(in(stored, "stays").entries()).hasSize(2);
        assertThat(in(stored, "stays").refused()).isEmpty();
    }

    @Test
    void oneOfASampleThatHasChangedIsNotReplayed() {
        update();
        NEAREST.set(0.3F);
        String printed = Printed.by(() -> kit().execute());
        assertThat(printed)
                .contains("1 stored, 0 still break", "1 are of other samples than those of now (near positive)");
    }

    @Test
    void aFileThatCannotBeReadKeepsTheTestFromPassingAndStays() throws IOException {
        Path folder = CounterexampleFolder.of(stored, BoundaryTestCase.class.getName(), "stays")
                .path();
        Files.createDirectories(folder);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        BOUNDARY.set(-1F);
        String printed = Printed.by(() -> kit().execute()
                .testEvents()
                .failed()
                .assertThatEvents()
                .hasSize(2)
                .allSatisfy(event -> event(finishedWithFailure(message(text -> text.startsWith(
                                        "Inconclusive, which does not pass: 1 file was refused beside the stored counterexamples")
                                && text.contains(broken + ": it is no JSON"))))
                        .matches(event)));
        assertThat(printed).containsPattern("stays +0\\.1 .* inconclusive ");
        assertThat(broken).hasContent("{");
    }

    @Test
    void aReplayKnowsOfStoredOnesAlone() {
        String nothing = Printed.by(() -> replay().testEvents().assertStatistics(all -> all.succeeded(4)));
        assertThat(nothing)
                .contains("mode replay: stored counterexamples alone; nothing was searched")
                .as("nothing was certified, which is not the same as none")
                .containsPattern("stays +0\\.5 +1\\.0 +1\\.0000 +- +1\\.0000 +passed");
        update();
        replay().testEvents()
                .assertStatistics(all -> all.succeeded(3).failed(1))
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(
                        message(text -> text.contains("attack:        stored counterexamples alone, seed 0")))));
    }

    @Test
    void aReplayReportsNoCertifiedShare() {
        assertThat(replay().testEvents().reportingEntryPublished().list())
                .hasSize(4)
                .allSatisfy(event -> assertThat(
                                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                        .containsKey("robustest.robustAccuracy")
                        .doesNotContainKey("robustest.certifiedAccuracy"));
    }

    private EngineExecutionResults replay() {
        return kit().configurationParameter("robustest.mode", "replay").execute();
    }

    @Test
    void whereTheSourcesAreNotThereTheTestSaysSo() throws IOException {
        kit().configurationParameter("robustest.counterexamples", "update")
                .configurationParameter(
                        "robustest.counterexamples.folder",
                        root.resolve("no/such").toString())
                .execute()
                .testEvents()
                .failed()
                .assertThatEvents()
                .allMatch(event(finishedWithFailure(message(text -> text.contains("is not there, nor the one above it")
                        && text.contains("robustest.counterexamples.folder"))))::matches)
                .hasSize(2);
        assertThat(root.resolve("no")).doesNotExist();
    }

    @Test
    void noMoreAreWrittenThanTheLimit() throws IOException {
        NEAREST.set(0.25F);
        BOUNDARY.set(-2.75F);
        String printed = Printed.by(() -> kit().configurationParameter("robustest.counterexamples.limit", "1")
                .execute());
        assertThat(in(found, "stays").entries()).hasSize(1);
        assertThat(printed).contains("counterexamples of stays: 1 written to " + found);
    }

    @Test
    void switchedOffNothingIsWrittenOrReplayed() throws IOException {
        update();
        RESULTS.clear();
        kit().configurationParameter("robustest.counterexamples", "off").execute();
        assertThat(files(found)).isEmpty();
        assertThat(Replay.isStored(
                        RESULTS.get(1).verdicts(Verdict.Broken.class).get(0).counterexample()))
                .isFalse();
    }

    @Test
    void theWorstNewOneIsAttachedToTheReportOfThePlatform() throws IOException {
        Path attachments = root.resolve("attachments");
        OutputDirectoryCreator creator = new OutputDirectoryCreator() {
            @Override
            public Path getRootDirectory() {
                return attachments;
            }

            @Override
            public Path createOutputDirectory(TestDescriptor descriptor) throws IOException {
                return Files.createDirectories(attachments.resolve(descriptor.getDisplayName()));
            }
        };
        List<FileEntry> entries =
                kit().outputDirectoryCreator(creator).execute().testEvents().fileEntryPublished().stream()
                        .map(event -> event.getRequiredPayload(FileEntry.class))
                        .toList();
        assertThat(entries)
                .extracting(entry -> entry.getMediaType().orElseThrow())
                .containsExactly(
                        "application/json", "application/octet-stream", "application/json", "application/octet-stream");
        Path json = entries.get(0).getPath();
        assertThat(json).startsWith(attachments).content().contains("\"sample\" : \"near positive\"");
        assertThat(entries.get(1).getPath()).hasParent(json.getParent()).hasSize(Float.BYTES);
        assertThat(CounterexampleFolder.filesOf(json))
                .containsExactly(json, entries.get(1).getPath());
    }
}
