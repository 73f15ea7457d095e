package org.robustest.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource.LockMode;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class with robustness tests, which share its model and its samples. Nested classes that have some stand below it. */
final class ClassDescriptor extends AbstractTestDescriptor implements Node<RobustestContext> {

    static final String SEGMENT = "class";

    private final Class<?> testClass;
    private final List<String> problems;
    private volatile String failure = "";

    private ClassDescriptor(UniqueId id, Class<?> testClass, List<String> problems) {
        super(id, Jupiter.displayName(testClass).orElse(testClass.getSimpleName()), ClassSource.from(testClass));
        this.testClass = testClass;
        this.problems = problems;
    }

    static ClassDescriptor of(Class<?> testClass, TestDescriptor parent, Misuse misuse) {
        ClassSource source = ClassSource.from(testClass);
        List<String> problems = TestClassRules.problemsOf(testClass);
        misuse.reportErrors(problems, source);
        misuse.reportWarnings(JupiterLeftovers.of(testClass), source);
        return new ClassDescriptor(uniqueId(testClass, parent), testClass, problems);
    }

    static UniqueId uniqueId(Class<?> type, TestDescriptor parent) {
        return parent.getUniqueId().append(SEGMENT, type.getName());
    }

    Optional<TestMethod> test(String signature) {
        return TestMethod.allOf(testClass).stream()
                .filter(test -> test.signature().equals(signature))
                .findFirst();
    }

    Class<?> testClass() {
        return testClass;
    }

    /** Returns why the tests of the class could not run, or nothing. */
    String failure() {
        return failure;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Names the class as Surefire does in its reports: of a nested one, it would take the name that is displayed. */
    @Override
    public String getLegacyReportingName() {
        return testClass.getName();
    }

    @Override
    public Set<TestTag> getTags() {
        return TagNames.tagsOfClass(testClass);
    }

    /** Keeps two classes off the same model at the same time, unless it is said to be safe. */
    @Override
    public Set<ExclusiveResource> getExclusiveResources() {
        return !problems.isEmpty() || Sharing.isThreadSafe(testClass)
                ? Set.of()
                : Set.of(new ExclusiveResource(Provider.ofModel(testClass).resource(), LockMode.READ_WRITE));
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }

    @Override
    public SkipResult shouldBeSkipped(RobustestContext context) {
        return Skipping.of(testClass);
    }

    @Override
    public RobustestContext before(RobustestContext context) {
        try {
            Misuse.requireNone(problems);
            RobustestContext inClass = context.inClass(testClass);
            inClass.requireClassRun().load();
            return inClass;
        } catch (Throwable reason) {
            failure = Reported.message(reason);
            throw reason;
        }
    }

    @Override
    public void after(RobustestContext context) {
        context.classRun().ifPresent(run -> run.finish(System.out));
    }
}
