package org.robustest.engine.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A test method, which holds one test for each noise level. */
final class MethodDescriptor extends AbstractTestDescriptor implements Node<RobustestContext> {

    static final String SEGMENT = "method";

    private final TestMethod test;
    private final List<String> problems;

    private MethodDescriptor(UniqueId id, TestMethod test, List<String> problems) {
        super(id, Jupiter.displayName(test.method()).orElse(test.method().getName() + "()"), test.source());
        this.test = test;
        this.problems = problems;
    }

    static MethodDescriptor of(TestMethod test, TestDescriptor parent, Misuse misuse) {
        List<String> problems = TestMethodRules.problemsOf(test);
        misuse.reportErrors(problems, test.source());
        misuse.reportWarnings(JupiterLeftovers.of(test), test.source());
        return new MethodDescriptor(parent.getUniqueId().append(SEGMENT, test.signature()), test, problems);
    }

    TestMethod test() {
        return test;
    }

    List<Level> levels() {
        return problems.isEmpty() ? test.levels() : List.of();
    }

    Optional<Level> level(String epsilon) {
        return levels().stream()
                .filter(level -> Double.toString(level.epsilon()).equals(epsilon))
                .findFirst();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Keeps a method that is written wrongly, and so has no test, from being taken for an empty one and left out. */
    @Override
    public boolean mayRegisterTests() {
        return !problems.isEmpty();
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>(TagNames.tagsOfClass(test.testClass()));
        tags.addAll(TagNames.tagsOf(test.method()));
        return tags;
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }

    @Override
    public SkipResult shouldBeSkipped(RobustestContext context) {
        return Skipping.of(test.method());
    }

    @Override
    public RobustestContext before(RobustestContext context) {
        Misuse.requireNone(problems);
        return context;
    }
}
