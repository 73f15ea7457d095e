package org.robustest.engine.internal;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.TestAbortedException;
import org.robustest.classifier.Classifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.InputsFrom;
import org.robustest.engine.Model;
import org.robustest.engine.ModelFrom;
import org.robustest.samples.Samples;

/**
 * Where the tests of a class get their model or their samples from: the one method or class that an annotation names.
 *
 * @param <T> what is provided
 */
final class Provider<T> {

    private final Class<?> testClass;
    private final String annotation;
    private final Class<T> provided;
    private final Set<ProvidingElement> elements = new LinkedHashSet<>();

    private Provider(Class<?> testClass, Class<? extends Annotation> annotation, Class<T> provided) {
        this.testClass = testClass;
        this.annotation = "@" + annotation.getSimpleName();
        this.provided = provided;
    }

    static Provider<Classifier> ofModel(Class<?> testClass) {
        return new Provider<>(testClass, Model.class, Classifier.class)
                .withMethods(Model.class)
                .withClass(ModelFrom.class, ModelFrom::value);
    }

    static Provider<Samples> ofInputs(Class<?> testClass) {
        return new Provider<>(testClass, Inputs.class, Samples.class)
                .withMethods(Inputs.class)
                .withClass(InputsFrom.class, InputsFrom::value);
    }

    private Provider<T> withMethods(Class<? extends Annotation> type) {
        for (Class<?> current = testClass; current != null; current = current.getEnclosingClass()) {
            AnnotationSupport.findAnnotatedMethods(current, type, HierarchyTraversalMode.BOTTOM_UP)
                    .forEach(method -> elements.add(new ProvidingMethod(annotation, method, provided)));
        }
        return this;
    }

    private <A extends Annotation> Provider<T> withClass(
            Class<A> type, Function<A, Class<? extends Supplier<? extends T>>> value) {
        for (Class<?> current = testClass; current != null; current = current.getEnclosingClass()) {
            AnnotationSupport.findAnnotation(current, type)
                    .ifPresent(
                            found -> elements.add(new ProvidingClass("@" + type.getSimpleName(), value.apply(found))));
        }
        return this;
    }

    /** Returns what is wrong, each a sentence with its remedy. */
    List<String> problems() {
        if (elements.isEmpty()) {
            return List.of(
                    "class " + testClass.getName() + " has @RobustnessTest methods, but neither it nor a superclass or"
                            + " enclosing class has a method annotated with " + annotation + "; add: " + annotation
                            + " static " + provided.getSimpleName() + " ...() { ... }, or name a class by " + annotation
                            + "From");
        }
        if (elements.size() > 1) {
            return List.of("class " + testClass.getName() + " must have one " + annotation + " method, but there are "
                    + elements.size() + ": "
                    + elements.stream().map(ProvidingElement::name).collect(joining(", "))
                    + "; keep one of them.");
        }
        return element().problems();
    }

    private ProvidingElement element() {
        return elements.iterator().next();
    }

    /** Returns what is equal for providers that are the same, from whichever class of tests they are seen. */
    Object key() {
        return element().key();
    }

    /** Returns the name of what is provided, by which tests that are run in parallel take turns. */
    String resource() {
        return elements.stream().map(each -> each.key().toString()).collect(joining(" ", "robustest.", ""));
    }

    /** Calls the method, or asks the class. */
    T load() {
        try {
            Object value = element().provide();
            if (value != null) {
                return provided.cast(value);
            }
        } catch (TestAbortedException e) {
            throw e;
        } catch (Exception | AssertionError | LinkageError e) {
            throw new JUnitException(element() + " failed, so nothing was tested: " + e, e);
        }
        throw new JUnitException(element() + " returned null; nothing was tested");
    }
}
