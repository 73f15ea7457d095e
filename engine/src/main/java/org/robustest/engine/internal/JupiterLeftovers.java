package org.robustest.engine.internal;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds what JUnit Jupiter would act on in a class of robustness tests, but this engine does not. */
final class JupiterLeftovers {

    private static final List<String> LIFECYCLE = List.of("BeforeAll", "BeforeEach", "AfterEach", "AfterAll");

    /** Makes a method a test of Jupiter; the first is on those that are repeated, or have parameters. */
    private static final List<String> TESTS = List.of("TestTemplate", "Test", "TestFactory");

    private static final String IN_PARALLEL =
            "tests run in parallel where robustest.parallel.enabled is true, and those of one"
                    + " model then take turns unless it is said to be threadSafe";

    /** What says nothing to this engine, and what to do instead. */
    private static final Map<String, String> WITHOUT_EFFECT = new TreeMap<>(Map.of(
            "Timeout", "bound their time by @Budget",
            "Order", "their results do not depend on their order",
            "TestMethodOrder", "their results do not depend on their order",
            "TestInstance", "each has an instance of its own, and what they share are the model and the samples",
            "DisplayNameGeneration", "give each a @DisplayName",
            "parallel.Execution", IN_PARALLEL,
            "parallel.Isolated", IN_PARALLEL,
            "parallel.ResourceLock", IN_PARALLEL,
            "parallel.ResourceLocks", IN_PARALLEL));

    private JupiterLeftovers() {}

    /** Returns what has no effect on the robustness tests of a class, each a sentence with its remedy. */
    static List<String> of(Class<?> testClass) {
        Stream<String> lifecycle =
                ReflectionSupport.findMethods(testClass, method -> true, HierarchyTraversalMode.TOP_DOWN).stream()
                        .flatMap(method -> LIFECYCLE.stream()
                                .filter(name -> Jupiter.has(method, name))
                                .map(name ->
                                        "@" + name + " method " + testClass.getSimpleName() + "." + method.getName()
                                                + " is not called for @RobustnessTest methods; prepare the model and the samples in the"
                                                + " @Model and @Inputs methods."));
        return Stream.concat(lifecycle, ofElement(testClass, "class " + testClass.getName()))
                .toList();
    }

    /** Returns what has no effect on a robustness test, each a sentence with its remedy. */
    static List<String> of(TestMethod test) {
        String name = "@RobustnessTest method " + test.testClass().getSimpleName() + "."
                + test.method().getName();
        return TESTS.stream()
                .filter(annotation -> Jupiter.has(test.method(), annotation))
                .findFirst()
                .map(annotation -> Stream.of(name + " is a @" + annotation
                        + " as well, which JUnit Jupiter runs without any attack; remove that."))
                .orElseGet(() -> ofElement(test.method(), name))
                .toList();
    }

    private static Stream<String> ofElement(AnnotatedElement element, String name) {
        Stream<String> withoutEffect = WITHOUT_EFFECT.entrySet().stream()
                .filter(each -> Jupiter.has(element, each.getKey()))
                .map(each ->
                        name + " has @" + each.getKey().substring(each.getKey().indexOf('.') + 1)
                                + ", which has no effect on @RobustnessTest methods: " + each.getValue() + ".");
        return Stream.concat(withoutEffect, extension(element, name));
    }

    private static Stream<String> extension(AnnotatedElement element, String name) {
        return Jupiter.has(element, "extension.ExtendWith")
                ? Stream.of(name
                        + " has a JUnit Jupiter extension (@ExtendWith, or an annotation made with it), which has no"
                        + " effect on @RobustnessTest methods; to use it, write a @Test with"
                        + " RobustnessAssertions.assertThat(model).")
                : Stream.empty();
    }
}
