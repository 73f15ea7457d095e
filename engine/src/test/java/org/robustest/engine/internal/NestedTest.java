package org.robustest.engine.internal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.robustest.engine.Disabled;
import org.robustest.engine.RobustnessTest;
import org.robustest.engine.Tag;

/** Tests in nested classes, which Surefire does not ask for: they are found by way of the class around them. */
class NestedTest {

    @Tag("slow")
    static class OuterTestCase extends Sign {
        @RobustnessTest(epsilon = 0.125, minRobustAccuracy = 1)
        void outer() {}

        @Tag("nightly")
        static class Strict {
            @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 1)
            void inner() {}
        }
    }

    @Test
    void areFoundAndRunWithTheClassAroundThem() {
        String printed = Printed.by(() -> Robustest.tests(OuterTestCase.class)
                .assertStatistics(
                        statistics -> statistics.started(2).succeeded(1).failed(1))
                .failed()
                .assertEventsMatchExactly(
                        event(test("class:" + OuterTestCase.Strict.class.getName()), finishedWithFailure())));
        assertThat(printed)
                .as("each class has its table, once")
                .containsOnlyOnce("OuterTestCase" + System.lineSeparator())
                .containsOnlyOnce("Strict" + System.lineSeparator());
    }

    @Test
    void areNamedAsSurefireNamesThem() {
        assertThat(Robustest.select(selectClass(OuterTestCase.class))
                        .discover()
                        .getEngineDescriptor()
                        .getDescendants())
                .filteredOn(TestDescriptor::isContainer)
                .extracting(TestDescriptor::getLegacyReportingName)
                .contains(
                        NestedTest.class.getName(),
                        OuterTestCase.class.getName(),
                        OuterTestCase.Strict.class.getName());
    }

    @Test
    void areFoundAloneWhereTheyAreAskedForAlone() {
        Robustest.tests(OuterTestCase.Strict.class).assertStatistics(statistics -> statistics.started(1));
        Robustest.select(selectMethod(OuterTestCase.class, "outer"))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @Test
    void haveTheTagsOfTheClassAroundThem() {
        assertThat(Robustest.select(selectMethod(OuterTestCase.Strict.class, "inner"))
                        .discover()
                        .getEngineDescriptor()
                        .getDescendants()
                        .stream()
                        .filter(LevelDescriptor.class::isInstance)
                        .flatMap(level -> level.getTags().stream())
                        .map(TestTag::getName)
                        .collect(toSet()))
                .containsExactlyInAnyOrder("slow", "nightly");
    }

    abstract static class NothingOfItsOwnTestCase extends Sign {
        @RobustnessTest(epsilon = 0.125, minRobustAccuracy = 1)
        void isOfAnAbstractClass() {}

        static class One extends Sign {
            @RobustnessTest(epsilon = 0.125, minRobustAccuracy = 1)
            void inner() {}
        }
    }

    @Test
    void areFoundInAClassThatHasNoTestsOfItsOwn() {
        Robustest.run(NothingOfItsOwnTestCase.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(2, event(container(), displayName("NothingOfItsOwnTestCase")));
        Robustest.tests(NothingOfItsOwnTestCase.class)
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @Disabled("until the model is trained")
    static class DisabledTestCase {
        static class Inner extends Sign {
            @RobustnessTest(epsilon = 0.125, minRobustAccuracy = 1)
            void inner() {}
        }
    }

    @Test
    void areLeftOutWithTheClassAroundThem(@TempDir Path folder) throws IOException {
        Robustest.select(selectClass(DisabledTestCase.Inner.class))
                .configurationParameter("robustest.report", "write")
                .configurationParameter("robustest.report.folder", folder.toString())
                .execute()
                .containerEvents()
                .skipped()
                .assertEventsMatchExactly(
                        event(displayName("DisabledTestCase"), skippedWithReason("until the model is trained")));
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<b>1</b> skipped", "until the model is trained");
    }

    @Test
    void areReportedAsMisuseIfTheyAreInner() {
        assertThat(Robustest.issues(MisuseTest.class))
                .extracting(DiscoveryIssue::message)
                .anyMatch(message ->
                        message.contains("InnerTestCase has @RobustnessTest methods, but is an inner class"));
    }
}
