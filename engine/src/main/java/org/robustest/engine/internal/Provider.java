package org.robustest.engine.internal;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.samples.Samples;

/**
 * Where the tests of a class get their model or their samples from: the one method with an annotation.
 *
 * @param <T> what the method provides
 */
final class Provider<T> {

    private final Class<?> testClass;
    private final Class<? extends Annotation> annotation;
    private final Class<T> provided;
    private final List<Method> methods;

    private Provider(Class<?> testClass, Class<? extends Annotation> annotation, Class<T> provided) {
        this.testClass = testClass;
        this.annotation = annotation;
        this.provided = provided;
        this.methods = find(testClass, annotation);
    }

    static Provider<DifferentiableClassifier> ofModel(Class<?> testClass) {
        return new Provider<>(testClass, Model.class, DifferentiableClassifier.class);
    }

    static Provider<Samples> ofInputs(Class<?> testClass) {
        return new Provider<>(testClass, Inputs.class, Samples.class);
    }

    private static List<Method> find(Class<?> testClass, Class<? extends Annotation> annotation) {
        Set<Method> found = new LinkedHashSet<>();
        Class<?> current = testClass;
        while (current != null) {
            found.addAll(AnnotationSupport.findAnnotatedMethods(current, annotation, HierarchyTraversalMode.BOTTOM_UP));
            current = current.getEnclosingClass();
        }
        return List.copyOf(found);
    }

    /** Returns what is wrong, each a sentence with its remedy. */
    List<String> problems() {
        if (methods.isEmpty()) {
            return List.of(
                    "class " + testClass.getName() + " has @RobustnessTest methods, but neither it nor a superclass or"
                            + " enclosing class has a method annotated with " + name() + "; add: " + name() + " static "
                            + provided.getSimpleName() + " ...() { ... }");
        }
        if (methods.size() > 1) {
            return List.of("class " + testClass.getName() + " must have one " + name() + " method, but there are "
                    + methods.size() + ": "
                    + methods.stream().map(Provider::describe).collect(joining(", "))
                    + "; keep one of them.");
        }
        return problemsOf(methods.get(0));
    }

    private List<String> problemsOf(Method method) {
        List<String> problems = new ArrayList<>();
        String subject = name() + " method " + describe(method);
        if (!Modifier.isStatic(method.getModifiers())) {
            problems.add(subject + " must be static: it is called once for all tests of the class.");
        }
        if (method.getParameterCount() > 0) {
            problems.add(subject + " must not take parameters.");
        }
        if (!provided.isAssignableFrom(method.getReturnType())) {
            problems.add(subject + " must return " + provided.getName() + ", but returns "
                    + method.getReturnType().getName() + ".");
        }
        return problems;
    }

    /** Calls the method. */
    T load() {
        String subject = name() + " method " + describe(methods.get(0));
        Object value = call(subject);
        if (value == null) {
            throw new JUnitException(subject + " returned null; nothing was tested");
        }
        return provided.cast(value);
    }

    private @Nullable Object call(String subject) {
        try {
            return ReflectionSupport.invokeMethod(methods.get(0), null);
        } catch (TestAbortedException e) {
            throw e;
        } catch (Exception | AssertionError | LinkageError e) {
            throw new JUnitException(subject + " failed, so nothing was tested: " + e, e);
        }
    }

    private String name() {
        return "@" + annotation.getSimpleName();
    }

    private static String describe(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "()";
    }
}
