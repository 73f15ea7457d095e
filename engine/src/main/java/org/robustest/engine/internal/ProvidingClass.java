package org.robustest.engine.internal;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** A class that provides something. */
record ProvidingClass(String annotation, Class<? extends Supplier<?>> type) implements ProvidingElement {

    @Override
    public Object key() {
        return type;
    }

    @Override
    public List<String> problems() {
        boolean isInner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        boolean isConcrete = !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
        boolean hasConstructor = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        return isInner || !isConcrete || !hasConstructor
                ? List.of(this + " must be a class that is neither abstract nor inner and has a constructor without"
                        + " parameters.")
                : List.of();
    }

    @Override
    public @Nullable Object provide() {
        return ReflectionSupport.newInstance(type).get();
    }

    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public String toString() {
        return annotation + " class " + name();
    }
}
