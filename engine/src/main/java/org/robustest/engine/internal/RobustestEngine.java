package org.robustest.engine.internal;

import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * Finds and runs the methods annotated with {@link org.robustest.engine.RobustnessTest}.
 *
 * <p>It is selected by classpath root, module, package, class, method and unique id.
 */
public final class RobustestEngine extends HierarchicalTestEngine<RobustestContext> {

    static final String ID = "robustest";

    /** Creates the engine, for the service loader. */
    public RobustestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("org.robustest");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("robustest-engine");
    }

    @Override
    public Optional<String> getVersion() {
        return Optional.of(Version.current());
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new RunDescriptor(uniqueId);
        Misuse misuse = new Misuse(DiscoveryIssueReporter.deduplicating(
                DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), uniqueId)));
        TestClassPredicate isTestClass = new TestClassPredicate(misuse);
        misuse.reportParameters(UnknownSettings.in(request.getConfigurationParameters()));
        EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                .addClassContainerSelectorResolver(isTestClass)
                .addSelectorResolver(new RobustnessTestResolver(isTestClass, misuse))
                .build()
                .resolve(request, engine);
        return engine;
    }

    @Override
    protected RobustestContext createExecutionContext(ExecutionRequest request) {
        return RobustestContext.outsideOfClasses(request, Version.current());
    }

    // The successor of the constructor exists from JUnit 6.1 on only.
    @SuppressWarnings("deprecation")
    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        return Settings.isParallel(parameters)
                ? new ForkJoinPoolHierarchicalTestExecutorService(
                        new PrefixedConfigurationParameters(parameters, "robustest.parallel.config."))
                : super.createExecutorService(request);
    }
}
