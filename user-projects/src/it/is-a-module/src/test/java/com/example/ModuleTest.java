package com.example;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectModule;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.robustest.engine.RobustnessTest;

/** The engine, itself a module, finds the tests of a module by the name of the module. */
class ModuleTest {

    @Test
    void theTestsOfAModuleAreFoundByItsName() {
        assertEquals("org.robustest.engine", RobustnessTest.class.getModule().getName());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectModule(SignClassifierTest.class.getModule().getName()))
                .filters(EngineFilter.includeEngines("robustest"))
                .build();
        TestPlan found = LauncherFactory.create().discover(request);
        assertEquals(Set.of("com.example.SignClassifierTest"), classes(found));
        assertEquals(2, found.countTestIdentifiers(TestIdentifier::isTest));
    }

    private static Set<String> classes(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getChildren(root).stream())
                .map(found -> found.getUniqueIdObject().getLastSegment().getValue())
                .collect(toSet());
    }
}
