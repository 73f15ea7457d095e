package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectModule;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.robustest.engine.Disabled;
import org.robustest.engine.RobustnessTest;

/** What the platform expects of an engine, as far as no other test shows it. */
class ContractTest {

    @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
    @Retention(RetentionPolicy.RUNTIME)
    @interface StaysRobust {}

    static class MetaTestCase extends Sign {
        @StaysRobust
        void test() {}
    }

    @Test
    void anAnnotationMadeWithRobustnessTestIsOne() throws NoSuchMethodException {
        Robustest.tests(MetaTestCase.class).assertStatistics(statistics -> statistics.succeeded(1));
        assertThat(AnnotationSupport.isAnnotated(MetaTestCase.class.getDeclaredMethod("test"), Testable.class))
                .as("an IDE shows that it can be run")
                .isTrue();
    }

    interface Shared {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        default void isInherited() {}

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        default void isOverridden() {}
    }

    static class InterfaceTestCase extends Sign implements Shared {
        @Override
        public void isOverridden() {}
    }

    @Test
    void testsAreInheritedFromInterfacesUnlessOverridden() {
        Robustest.tests(InterfaceTestCase.class).assertStatistics(statistics -> statistics.succeeded(1));
    }

    static class DisabledMethodTestCase extends Sign {
        @Disabled("until the model is trained")
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void aTestIsDisabledWithoutJupiterToo() {
        Robustest.run(DisabledMethodTestCase.class)
                .containerEvents()
                .skipped()
                .assertEventsMatchExactly(event(skippedWithReason("until the model is trained")));
    }

    @Test
    void packagesAreFiltered() {
        assertThat(classes(
                        PackageNameFilter.excludePackageNames("org.robustest.engine.internal"),
                        selectPackage("org.robustest")))
                .isEmpty();
        assertThat(classes(
                        PackageNameFilter.includePackageNames("org.robustest.engine"), selectPackage("org.robustest")))
                .contains(MetaTestCase.class.getName());
    }

    @Test
    void aModuleThatIsNotThereHoldsNoTests() {
        assertThat(classes(ClassNameFilter.includeClassNamePatterns(".*"), selectModule("java.logging")))
                .isEmpty();
    }

    private static List<String> classes(DiscoveryFilter<String> filter, DiscoverySelector... selectors) {
        return Robustest.select(selectors).filters(filter).discover().getEngineDescriptor().getDescendants().stream()
                .map(child -> child.getUniqueId().getLastSegment().getValue())
                .toList();
    }

    @Test
    void whatFailedIsFoundAgainByItsUniqueIdAndFailsInTheSameWay() {
        List<String> first = failures(selectClass(OutcomeTest.ThresholdsTestCase.class));
        UniqueId failed = Robustest.select(selectClass(OutcomeTest.ThresholdsTestCase.class))
                .execute()
                .testEvents()
                .failed()
                .list()
                .get(0)
                .getTestDescriptor()
                .getUniqueId();
        assertThat(failures(selectUniqueId(failed))).isEqualTo(first).hasSize(1);
    }

    private static List<String> failures(DiscoverySelector selector) {
        return Robustest.select(selector).execute().testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }
}
