package org.robustest.engine.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What providers have provided in a run: each is asked once, for all classes that share it. */
final class SharedProviders {

    private final Map<Object, Once<?>> values = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> Once<T> once(Provider<T> provider) {
        // What is found by a source was put there for the same source, and so is of its type.
        return (Once<T>) values.computeIfAbsent(provider.key(), key -> new Once<>(provider::load));
    }
}
