package org.robustest.engine.internal;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.robustest.engine.Budget;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;

/**
 * A method that is a robustness test of a class, its own or inherited.
 *
 * @param testClass the class
 * @param method the method
 * @param annotation what the test asks for
 */
record TestMethod(Class<?> testClass, Method method, RobustnessTest annotation) {

    /** Returns the tests of a class by name, since the order in the source is not known. */
    static List<TestMethod> allOf(Class<?> testClass) {
        return ReflectionSupport.findMethods(
                        testClass,
                        method -> AnnotationSupport.isAnnotated(method, RobustnessTest.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .flatMap(method -> of(testClass, method).stream())
                .sorted(Comparator.comparing(TestMethod::signature))
                .toList();
    }

    static Optional<TestMethod> of(Class<?> testClass, Method method) {
        return AnnotationSupport.findAnnotation(method, RobustnessTest.class)
                .map(annotation -> new TestMethod(testClass, method, annotation));
    }

    /** Returns the name and the parameter types, which tell the method from the others of its class. */
    String signature() {
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(joining(", "));
        return method.getName() + "(" + parameters + ")";
    }

    /** Returns how many seconds it may take at each noise level, if its method or class says so. */
    OptionalDouble budget() {
        return AnnotationSupport.findAnnotation(method, Budget.class)
                .or(() -> AnnotationSupport.findAnnotation(testClass, Budget.class))
                .map(found -> OptionalDouble.of(found.seconds()))
                .orElse(OptionalDouble.empty());
    }

    MethodSource source() {
        return MethodSource.from(testClass, method);
    }

    boolean takesResult() {
        return Arrays.equals(method.getParameterTypes(), new Class<?>[] {RobustnessResult.class});
    }

    /** Returns the noise levels, if the annotation is as {@link TestMethodRules} wants it. */
    List<Level> levels() {
        double[] epsilons = annotation.epsilon();
        return IntStream.range(0, epsilons.length)
                .mapToObj(i -> new Level(
                        epsilons[i],
                        required(annotation.minRobustAccuracy(), i),
                        required(annotation.minCertifiedAccuracy(), i)))
                .toList();
    }

    private static OptionalDouble required(double[] required, int level) {
        return switch (required.length) {
            case 0 -> OptionalDouble.empty();
            case 1 -> OptionalDouble.of(required[0]);
            default -> OptionalDouble.of(required[level]);
        };
    }
}
