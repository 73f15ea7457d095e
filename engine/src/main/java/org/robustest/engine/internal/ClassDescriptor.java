package org.robustest.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource.LockMode;

/** A class with robustness tests, which share its model and its samples. Nested classes that have some stand below it. */
final class ClassDescriptor extends ClassBasedDescriptor {

    private final List<String> problems;
    private volatile String failure = "";

    private ClassDescriptor(Class<?> testClass, TestDescriptor parent, List<String> problems) {
        super(testClass, parent);
        this.problems = problems;
    }

    static ClassDescriptor of(Class<?> testClass, TestDescriptor parent, Misuse misuse) {
        ClassSource source = ClassSource.from(testClass);
        List<String> problems = TestClassRules.problemsOf(testClass);
        misuse.reportErrors(problems, source);
        misuse.reportWarnings(JupiterLeftovers.of(testClass), source);
        return new ClassDescriptor(testClass, parent, problems);
    }

    Optional<TestMethod> test(String signature) {
        return TestMethod.allOf(testClass()).stream()
                .filter(test -> test.signature().equals(signature))
                .findFirst();
    }

    /** Returns why the tests of the class could not run, or nothing. */
    String failure() {
        return failure;
    }

    /** Keeps two classes off the same model at the same time, unless it is said to be safe. */
    @Override
    public Set<ExclusiveResource> getExclusiveResources() {
        return !problems.isEmpty() || Sharing.isThreadSafe(testClass())
                ? Set.of()
                : Set.of(new ExclusiveResource(Provider.ofModel(testClass()).resource(), LockMode.READ_WRITE));
    }

    @Override
    public RobustestContext before(RobustestContext context) {
        try {
            Misuse.requireNone(problems);
            RobustestContext inClass = context.inClass(testClass());
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
