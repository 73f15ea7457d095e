package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

/** A run that is not wanted any more. The platform can say so from JUnit 6 on. */
class CancellationTest {

    private static final AtomicReference<CancellationToken> TOKEN = new AtomicReference<>(CancellationToken.disabled());
    private static final AtomicInteger ASKED_AFTERWARDS = new AtomicInteger();

    /** Cancels the run when the search begins, with the gradients of a batch. */
    private record Cancelling(DifferentiableClassifier model) implements ForwardingGradients {
        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            if (TOKEN.get().isCancellationRequested()) {
                ASKED_AFTERWARDS.incrementAndGet();
            } else if (count > 1) {
                TOKEN.get().cancel();
            }
            model.inputGradients(inputs, count, cotangent, logits, gradients);
        }
    }

    static class CancelledSearchTestCase {
        @Model
        static DifferentiableClassifier model() {
            return new Cancelling(Sign.sign());
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(
                epsilon = {0.5, 0.6},
                minRobustAccuracy = 0)
        void stays() {}
    }

    static class CancelledBetweenLevelsTestCase extends Sign {
        @RobustnessTest(epsilon = {0.125, 0.5})
        void cancels(RobustnessResult result) {
            TOKEN.get().cancel();
        }
    }

    private final CancellationToken token = CancellationToken.create();

    CancellationTest() {
        TOKEN.set(token);
        ASKED_AFTERWARDS.set(0);
    }

    @AfterEach
    void forgetTheToken() {
        TOKEN.set(CancellationToken.disabled());
    }

    @Test
    void endsTheSearchAndStartsNoOther() {
        Robustest.select(selectClass(CancelledSearchTestCase.class))
                .configurationParameter("robustest.threads", "2")
                .cancellationToken(token)
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).aborted(1))
                .aborted()
                .assertEventsMatchExactly(event(abortedWithReason(message("the run was cancelled"))));
        assertThat(ASKED_AFTERWARDS).as("each thread may be about to ask").hasValueLessThanOrEqualTo(2);
    }

    @Test
    void isReported(@TempDir Path folder) throws IOException {
        Robustest.select(selectClass(CancelledBetweenLevelsTestCase.class))
                .configurationParameter("robustest.report", "write")
                .configurationParameter("robustest.report.folder", folder.toString())
                .cancellationToken(token)
                .execute();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<b>Cancelled.</b>", "the run was cancelled before it");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"cancelled\":true");
    }
}
