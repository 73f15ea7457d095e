package org.robustest.engine.internal;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Tells which classes have robustness tests, for every class of a project: also those of other engines. */
final class TestClassPredicate implements Predicate<Class<?>> {

    private final Misuse misuse;
    private final MarkedMethods marked = new MarkedMethods();

    TestClassPredicate(Misuse misuse) {
        this.misuse = misuse;
    }

    @Override
    public boolean test(Class<?> type) {
        if (type.isPrimitive() || type.isArray() || Modifier.isAbstract(type.getModifiers())) {
            return false;
        }
        try {
            return marked.mayBeIn(type)
                    && !type.isLocalClass()
                    && !type.isAnonymousClass()
                    && !TestMethod.allOf(type).isEmpty();
        } catch (LinkageError e) {
            misuse.reportUnreadable(type, e);
            return false;
        }
    }

    /** Returns the nested classes that have robustness tests, or have nested classes that do. */
    List<Class<?>> nestedIn(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredClasses())
                    .filter(nested -> test(nested) || !nestedIn(nested).isEmpty())
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        } catch (LinkageError e) {
            misuse.reportUnreadable(type, e);
            return List.of();
        }
    }
}
