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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.robustest.engine.RobustnessTest;

class SettingsTest {

    static class FailingTestCase extends Sign {
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 1)
        void stays() {}
    }

    static class PassingTestCase extends Sign {
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0.75)
        void stays() {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "robustest.seed | lucky | a whole number",
                "robustest.budget | -1 | a number of seconds, positive, or unlimited",
                "robustest.threads | 0 | a whole number, at least 1",
                "robustest.mode | fast | one of default, replay, search",
                "robustest.counterexamples | on | one of find, update, off",
                "robustest.counterexamples.limit | 0 | a whole number, at least 1",
                "robustest.baseline | create | one of compare, update",
                "robustest.inconclusive | pass | one of fail, skip",
                "robustest.parallel.enabled | yes | true or false",
                "robustest.report | on | one of write, off",
                "robustest.verbosity | 3 | one of quiet, normal, verbose"
            })
    void aValueThatIsNoneFailsTheClass(String key, String value, String expected) {
        Robustest.select(selectClass(PassingTestCase.class))
                .configurationParameter(key, value)
                .execute()
                .containerEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message("the configuration parameter " + key
                        + " must be " + expected + ", but it is \"" + value + "\""))));
    }

    @Test
    void aParameterThatIsNotKnownIsWarnedOf() {
        List<DiscoveryIssue> issues = Robustest.select(selectClass(PassingTestCase.class))
                .configurationParameter("robustest.counterexample", "update")
                .configurationParameter("robustest.colour", "blue")
                .configurationParameter("robustest.seed", "1")
                .configurationParameter("robustest.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .discover()
                .getDiscoveryIssues();
        assertThat(issues).allMatch(issue -> issue.severity() == Severity.WARNING);
        assertThat(issues)
                .extracting(DiscoveryIssue::message)
                .containsExactlyInAnyOrder(
                        "the configuration parameter robustest.counterexample is not known and has no effect; did you mean"
                                + " robustest.counterexamples?",
                        "the configuration parameter robustest.colour is not known and has no effect;"
                                + " docs/configuration.md lists those that are.");
    }

    @Test
    void aSystemPropertyThatIsNotKnownIsWarnedOf() {
        System.setProperty("robustest.baselin", "update");
        try {
            assertThat(Robustest.issues(PassingTestCase.class))
                    .singleElement()
                    .extracting(DiscoveryIssue::message)
                    .asString()
                    .contains("robustest.baselin ", "did you mean robustest.baseline?");
        } finally {
            System.clearProperty("robustest.baselin");
        }
    }

    @Test
    void quietPrintsOnlyWhatDidNotPass() {
        assertThat(print("quiet", PassingTestCase.class)).isEmpty();
        assertThat(print("quiet", FailingTestCase.class)).contains("stays", "failed");
        assertThat(print("normal", PassingTestCase.class)).contains("stays", "passed");
    }

    private static String print(String verbosity, Class<?> testClass) {
        return Printed.by(() -> Robustest.select(selectClass(testClass))
                .configurationParameter("robustest.verbosity", verbosity)
                .execute());
    }

    @Test
    void everyParameterStandsInTheTableOfTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        for (Setting setting : Setting.values()) {
            assertThat(page).contains("| `" + setting.key() + "` |");
        }
    }
}
