package org.robustest.jqwik;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.opentest4j.TestAbortedException;

/**
 * What a class of properties provides by a static method or names a class for. Each is asked once in a run.
 *
 * @param <T> what is provided
 */
final class Provided<T> {

    private final Class<?> testClass;
    private final Class<T> type;

    private Provided(Class<?> testClass, Class<T> type) {
        this.testClass = testClass;
        this.type = type;
    }

    static <T> Provided<T> by(Class<?> testClass, Class<T> type) {
        return new Provided<>(testClass, type);
    }

    /** Returns what the method of a name provides. */
    T named(String name) {
        return methods().stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .map(this::call)
                .orElseThrow(() -> new JqwikException("there is no static method " + name + "() without parameters in "
                        + testClass.getName() + ", its superclasses and enclosing classes that returns "
                        + type.getSimpleName() + candidates() + "; correct the name, or add: static "
                        + type.getSimpleName() + " " + name + "() { ... }"));
    }

    /** Returns what the only method of that type provides, if there is one. */
    Optional<T> only(String annotation) {
        List<Method> methods = methods();
        if (methods.size() > 1) {
            throw new JqwikException(testClass.getName() + " has " + methods.size() + " methods that provide "
                    + type.getSimpleName() + candidates() + "; name one of them by @" + annotation
                    + "(\"...\") at the parameter");
        }
        return methods.stream().findFirst().map(this::call);
    }

    /** Returns what a class provides. */
    T from(Class<? extends Supplier<? extends T>> provider) {
        return once(
                provider, () -> provider.getDeclaredConstructor().newInstance().get());
    }

    private String candidates() {
        List<String> names = methods().stream().map(Method::getName).sorted().toList();
        return names.isEmpty() ? "" : " (of that type are " + String.join(", ", names) + ")";
    }

    private List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (Class<?> each : Surroundings.of(testClass)) {
            Arrays.stream(each.getDeclaredMethods()).filter(this::provides).forEach(methods::add);
        }
        return methods;
    }

    private boolean provides(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && type.isAssignableFrom(method.getReturnType());
    }

    private T call(Method method) {
        return once(method, () -> {
            method.setAccessible(true);
            return method.invoke(null);
        });
    }

    private T once(AnnotatedElement element, Callable<?> provider) {
        List<Object> key = List.of(Provided.class, element);
        return type.cast(Store.getOrCreate(key, Lifespan.RUN, () -> ask(element, provider))
                .get());
    }

    private static Object ask(AnnotatedElement element, Callable<?> provider) {
        try {
            Object value = provider.call();
            if (value != null) {
                return value;
            }
        } catch (InvocationTargetException e) {
            throw failure(element, e.getCause() == null ? e : e.getCause());
        } catch (Exception e) {
            throw failure(element, e);
        }
        throw new JqwikException(element + " returned null, so that nothing was tested; let it return a value");
    }

    private static RuntimeException failure(AnnotatedElement element, Throwable cause) {
        return cause instanceof TestAbortedException aborted
                ? aborted
                : new JqwikException(element + " failed, so that nothing was tested: " + cause, cause);
    }
}
