package org.robustest.jqwik;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a class of properties finds what it does not say itself. */
final class Surroundings {

    private Surroundings() {}

    /** Returns the class, its superclasses, then the classes that enclose it with theirs: the nearest first. */
    static List<Class<?>> of(Class<?> testClass) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (Class<?> outer = testClass; outer != null; outer = outer.getEnclosingClass()) {
            for (Class<?> current = outer; current != null; current = current.getSuperclass()) {
                classes.add(current);
            }
        }
        return List.copyOf(classes);
    }
}
