package org.robustest.engine.internal;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs the engine as it is found by the service loader, without a report unless a test asks for one. */
final class Robustest {

    private Robustest() {}

    static EngineTestKit.Builder select(DiscoverySelector... selectors) {
        return EngineTestKit.engine("robustest")
                .configurationParameter("robustest.report", "off")
                .selectors(selectors);
    }

    static EngineExecutionResults run(Class<?> testClass) {
        return select(selectClass(testClass)).execute();
    }

    static Events tests(Class<?> testClass) {
        return run(testClass).testEvents();
    }

    static List<DiscoveryIssue> issues(Class<?> testClass) {
        return select(selectClass(testClass)).discover().getDiscoveryIssues();
    }
}
