package org.robustest.engine.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** A static method that provides something. */
record ProvidingMethod(String annotation, Method method, Class<?> provided) implements ProvidingElement {

    @Override
    public Object key() {
        return method;
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!Modifier.isStatic(method.getModifiers())) {
            problems.add(this + " must be static: it is called once for all tests of the class.");
        }
        if (method.getParameterCount() > 0) {
            problems.add(this + " must not take parameters.");
        }
        if (!provided.isAssignableFrom(method.getReturnType())) {
            problems.add(this + " must return " + provided.getName() + ", but returns "
                    + method.getReturnType().getName() + ".");
        }
        return problems;
    }

    @Override
    public @Nullable Object provide() {
        return ReflectionSupport.invokeMethod(method, null);
    }

    @Override
    public String name() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "()";
    }

    @Override
    public String toString() {
        return annotation + " method " + name();
    }
}
