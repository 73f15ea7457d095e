package org.robustest.engine.internal;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds what JUnit Jupiter would act on in a class of robustness tests, but this engine does not. */
final class JupiterLeftovers {

    private static final List<String> LIFECYCLE = List.of("BeforeAll", "BeforeEach", "AfterEach", "AfterAll");

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
        return Stream.concat(lifecycle, extension(testClass, "class " + testClass.getName()))
                .toList();
    }

    /** Returns what has no effect on a robustness test, each a sentence with its remedy. */
    static List<String> of(TestMethod test) {
        String name = "@RobustnessTest method " + test.testClass().getSimpleName() + "."
                + test.method().getName();
        Stream<String> twice = Jupiter.has(test.method(), "Test")
                ? Stream.of(name + " is a @Test as well, which JUnit Jupiter runs without any attack; remove @Test.")
                : Stream.empty();
        return Stream.concat(twice, extension(test.method(), name)).toList();
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
