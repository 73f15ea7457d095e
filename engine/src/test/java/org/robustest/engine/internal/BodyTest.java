package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.robustest.assertions.RobustnessAssertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

class BodyTest {

    private static final List<Object> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    static class RecordingTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.2, 0.5},
                minRobustAccuracy = 0.8)
        void remembersItself() {
            SEEN.add(this);
        }
    }

    @Test
    void runsOnAnInstanceOfItsOwnIfTheThresholdIsReached() {
        Robustest.tests(RecordingTestCase.class)
                .assertStatistics(statistics -> statistics.succeeded(1).failed(1));
        assertThat(SEEN).hasSize(1).first().isInstanceOf(RecordingTestCase.class);
    }

    static class DecidingTestCase extends Sign {
        @RobustnessTest(epsilon = {0.2, 0.5})
        void positiveNumbersStayPositive(RobustnessResult result) {
            SEEN.add(result.set().epsilon());
            assertThat(result).forClass("positive").remainsCorrect();
        }
    }

    @Test
    void decidesByItselfWithoutAThreshold() {
        Robustest.tests(DecidingTestCase.class)
                .assertStatistics(statistics -> statistics.succeeded(1).failed(1))
                .failed()
                .assertEventsMatchExactly(
                        event(finishedWithFailure(message(text -> text.startsWith("[class positive] Expecting")))));
        assertThat(SEEN).containsExactly(0.2, 0.5);
    }

    static class InconclusiveTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @Inputs
        static Samples none() {
            return Sign.samples().build();
        }

        @RobustnessTest(epsilon = 0.1)
        void isContentWithAnything(RobustnessResult result) {
            SEEN.add(result);
        }
    }

    @Test
    void isNotAskedAboutAnInconclusiveResult() {
        Robustest.tests(InconclusiveTestCase.class)
                .assertStatistics(statistics -> statistics.started(1).failed(1));
        assertThat(SEEN).isEmpty();
    }

    static class ThrowingTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void throwsACheckedException() throws IOException {
            throw new IOException("disk full");
        }
    }

    @Test
    void failsTheTestWithWhatItThrows() {
        Robustest.tests(ThrowingTestCase.class)
                .failed()
                .assertEventsMatchExactly(
                        event(finishedWithFailure(instanceOf(IOException.class), message("disk full"))));
    }

    static class AbortingTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void aborts() {
            throw new TestAbortedException("not here");
        }
    }

    @Test
    void mayAbortTheTest() {
        Robustest.tests(AbortingTestCase.class)
                .aborted()
                .assertEventsMatchExactly(event(abortedWithReason(message("not here"))));
    }
}
