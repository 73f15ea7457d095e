package org.robustest.engine.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.robustest.engine.RobustnessTest;

/**
 * Tells cheaply of most classes that they have no robustness test. A project has thousands of classes that belong to other
 * engines, and each of them is asked about: to look for their tests as thoroughly as for ours takes many times as long.
 */
final class MarkedMethods {

    private final Map<Class<?>, Boolean> ofClasses = new HashMap<>();
    private final Map<Class<?>, Boolean> ofAnnotations = new HashMap<>();

    /**
     * Tells whether a class, a superclass or an interface of it has a method that is annotated with {@link RobustnessTest},
     * itself or by way of another annotation. It may not be a test of the class: it may be overridden.
     *
     * @throws LinkageError if a class that it refers to is missing or broken
     */
    boolean mayBeIn(Class<?> type) {
        Boolean known = ofClasses.get(type);
        if (known == null) {
            known = isMarkedIn(type);
            ofClasses.put(type, known);
        }
        return known;
    }

    private boolean isMarkedIn(Class<?> type) {
        if (type == Object.class) {
            return false;
        }
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation annotation : method.getDeclaredAnnotations()) {
                if (leadsToTest(annotation.annotationType())) {
                    return true;
                }
            }
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && mayBeIn(parent)) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (mayBeIn(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsToTest(Class<? extends Annotation> type) {
        if (type == RobustnessTest.class) {
            return true;
        }
        Boolean known = ofAnnotations.get(type);
        if (known == null) {
            // Annotations may be annotated with each other.
            ofAnnotations.put(type, false);
            known = isAnnotatedToLeadToTest(type);
            ofAnnotations.put(type, known);
        }
        return known;
    }

    private boolean isAnnotatedToLeadToTest(Class<? extends Annotation> type) {
        for (Annotation annotation : type.getDeclaredAnnotations()) {
            if (leadsToTest(annotation.annotationType())) {
                return true;
            }
        }
        return false;
    }
}
