package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestTag;
import org.robustest.engine.RobustnessTest;

/** What is honoured of JUnit Jupiter, and what is not. */
class JupiterTest {

    @DisplayName("The sign")
    static class NamedTestCase extends Sign {
        @DisplayName("is kept")
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}

        @Disabled("waits for data")
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void disabled() {}
    }

    @Test
    void displayNamesAreHonoured() {
        Robustest.run(NamedTestCase.class)
                .containerEvents()
                .started()
                .assertEventsMatchExactly(
                        event(container("engine:robustest")),
                        event(container(), displayName("JupiterTest")),
                        event(container(), displayName("The sign")),
                        event(container(), displayName("is kept")));
    }

    @Test
    void aDisabledMethodIsSkippedForItsReason() {
        Robustest.run(NamedTestCase.class)
                .containerEvents()
                .skipped()
                .assertEventsMatchExactly(event(displayName("disabled()"), skippedWithReason("waits for data")));
    }

    @Disabled
    static class DisabledTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void aDisabledClassIsSkippedEvenWithoutAReason() {
        Robustest.run(DisabledTestCase.class)
                .containerEvents()
                .skipped()
                .assertEventsMatchExactly(
                        event(skippedWithReason(reason -> reason.contains("DisabledTestCase is @Disabled"))));
    }

    @Tag("slow")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Slow {}

    static class ComposedTagTestCase extends Sign {
        @Slow
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void aTagInAnAnnotationOfTheUserIsHonoured() throws NoSuchMethodException {
        assertThat(TagNames.tagsOf(ComposedTagTestCase.class.getDeclaredMethod("test")))
                .containsExactly(TestTag.create("slow"));
    }

    static class LifecycleTestCase extends Sign {
        @BeforeEach
        void prepare() {}

        @Test
        void isMeantForJupiterAlone() {}

        @DisabledOnOs(OS.LINUX)
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void first() {}

        @Test
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void second() {}
    }

    @Test
    void whatIsNotHonouredIsWarnedOf() {
        assertThat(Robustest.issues(LifecycleTestCase.class))
                .allSatisfy(issue -> assertThat(issue.severity()).isEqualTo(Severity.WARNING))
                .extracting(DiscoveryIssue::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message)
                                .startsWith("@BeforeEach method LifecycleTestCase.prepare is not called"),
                        message -> assertThat(message)
                                .startsWith(
                                        "@RobustnessTest method LifecycleTestCase.first has a JUnit Jupiter extension"),
                        message -> assertThat(message)
                                .startsWith("@RobustnessTest method LifecycleTestCase.second is a @Test as well"));
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @ResourceLock("model")
    static class AnnotatedTestCase extends Sign {
        @Timeout(60)
        @Order(1)
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void first() {}

        @RepeatedTest(2)
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void second() {}
    }

    @Test
    void annotationsWithoutEffectAreWarnedOfWithWhatHasOne() {
        assertThat(Robustest.issues(AnnotatedTestCase.class))
                .allSatisfy(issue -> assertThat(issue.severity()).isEqualTo(Severity.WARNING))
                .extracting(DiscoveryIssue::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message)
                                .contains("AnnotatedTestCase has @TestMethodOrder, which has no effect"),
                        message -> assertThat(message)
                                .contains("AnnotatedTestCase has @ResourceLock, which has no effect")
                                .contains("robustest.parallel.enabled"),
                        message -> assertThat(message)
                                .startsWith("@RobustnessTest method AnnotatedTestCase.first has @Timeout")
                                .endsWith("bound their time by @Budget."),
                        message -> assertThat(message)
                                .startsWith("@RobustnessTest method AnnotatedTestCase.first has @Order"),
                        message -> assertThat(message)
                                .startsWith(
                                        "@RobustnessTest method AnnotatedTestCase.second is a @TestTemplate as well"));
    }
}
