package org.robustest.engine.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;

/** Reads annotations of JUnit Jupiter by name, since this engine does not depend on it. */
final class Jupiter {

    private static final String API = "org.junit.jupiter.api.";

    private Jupiter() {}

    static Optional<String> displayName(AnnotatedElement element) {
        return annotations(element, API + "DisplayName").map(Jupiter::text).findFirst();
    }

    /** Returns the reason why the element is disabled, empty text if it gives none. */
    static Optional<String> disabled(AnnotatedElement element) {
        return annotations(element, API + "Disabled").map(Jupiter::text).findFirst();
    }

    static Stream<String> tags(AnnotatedElement element) {
        Stream<Annotation> repeated =
                annotations(element, API + "Tags").flatMap(container -> Stream.of((Annotation[]) value(container)));
        return Stream.concat(annotations(element, API + "Tag"), repeated).map(Jupiter::text);
    }

    /** Tells whether an element has an annotation of Jupiter, itself or by way of another annotation. */
    static boolean has(AnnotatedElement element, String simpleName) {
        return annotations(element, API + simpleName).findAny().isPresent();
    }

    private static Stream<Annotation> annotations(AnnotatedElement element, String name) {
        return withMetaAnnotations(element, new HashSet<>())
                .filter(annotation -> annotation.annotationType().getName().equals(name));
    }

    private static Stream<Annotation> withMetaAnnotations(AnnotatedElement element, Set<Class<?>> seen) {
        return Stream.of(element.getAnnotations())
                .filter(annotation -> seen.add(annotation.annotationType()))
                .flatMap(annotation ->
                        Stream.concat(Stream.of(annotation), withMetaAnnotations(annotation.annotationType(), seen)));
    }

    private static String text(Annotation annotation) {
        return (String) value(annotation);
    }

    private static Object value(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new JUnitException("cannot read " + annotation, e);
        }
    }
}
