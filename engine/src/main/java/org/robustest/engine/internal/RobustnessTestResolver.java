package org.robustest.engine.internal;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes descriptors of the classes, methods and noise levels that are selected. */
final class RobustnessTestResolver implements SelectorResolver {

    private final TestClassPredicate isTestClass;
    private final Misuse misuse;

    RobustnessTestResolver(TestClassPredicate isTestClass, Misuse misuse) {
        this.isTestClass = isTestClass;
        this.misuse = misuse;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        List<Class<?>> nested = isTestClass.nestedIn(type);
        if (isTestClass.test(type)) {
            return resolution(
                    add(type, context, parent -> ClassDescriptor.of(type, parent, misuse)),
                    descriptor -> Stream.concat(
                            TestMethod.allOf(type).stream().map(test -> selectMethod(type, test.method())),
                            nested.stream().map(DiscoverySelectors::selectClass)));
        }
        return nested.isEmpty()
                ? Resolution.unresolved()
                : resolution(
                        add(type, context, parent -> new EnclosingDescriptor(type, parent)),
                        descriptor -> nested.stream().map(DiscoverySelectors::selectClass));
    }

    /** Adds the descriptor of a class below that of the class around it, if there is one. */
    private static <T extends TestDescriptor> Optional<T> add(
            Class<?> type, Context context, Function<TestDescriptor, T> descriptor) {
        Class<?> enclosing = type.getDeclaringClass();
        return enclosing == null
                ? context.addToParent(parent -> Optional.of(descriptor.apply(parent)))
                : context.addToParent(() -> selectClass(enclosing), parent -> Optional.of(descriptor.apply(parent)));
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return TestMethod.of(selector.getJavaClass(), selector.getJavaMethod())
                .filter(test -> isTestClass.test(test.testClass()))
                .map(test -> resolve(test, context))
                .orElse(Resolution.unresolved());
    }

    private Resolution resolve(TestMethod test, Context context) {
        return resolution(
                context.addToParent(
                        () -> selectClass(test.testClass()),
                        parent -> Optional.of(MethodDescriptor.of(test, parent, misuse))),
                descriptor -> descriptor.levels().stream()
                        .map(level -> selectUniqueId(LevelDescriptor.uniqueId(descriptor.getUniqueId(), level))));
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        String value = id.getLastSegment().getValue();
        return switch (id.getLastSegment().getType()) {
            case ClassBasedDescriptor.SEGMENT ->
                ReflectionSupport.tryToLoadClass(value)
                        .toOptional()
                        .map(testClass -> resolve(selectClass(testClass), context))
                        .orElse(Resolution.unresolved());
            case MethodDescriptor.SEGMENT ->
                parent(id, ClassDescriptor.class, context)
                        .flatMap(parent -> parent.test(value))
                        .map(test -> resolve(test, context))
                        .orElse(Resolution.unresolved());
            case LevelDescriptor.SEGMENT ->
                parent(id, MethodDescriptor.class, context)
                        .flatMap(parent -> parent.level(value))
                        .map(level -> resolve(level, id, context))
                        .orElse(Resolution.unresolved());
            default -> Resolution.unresolved();
        };
    }

    private static Resolution resolve(Level level, UniqueId id, Context context) {
        return resolution(
                context.addToParent(
                        () -> selectUniqueId(id.removeLastSegment()),
                        parent -> Optional.of(new LevelDescriptor((MethodDescriptor) parent, level))),
                descriptor -> Stream.empty());
    }

    private static <T> Optional<T> parent(UniqueId id, Class<T> type, Context context) {
        return context.resolve(selectUniqueId(id.removeLastSegment()))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static <T extends TestDescriptor> Resolution resolution(
            Optional<T> descriptor, Function<T, Stream<? extends DiscoverySelector>> children) {
        return descriptor
                .map(found -> Resolution.match(Match.exact(found, () -> selectors(children.apply(found)))))
                .orElse(Resolution.unresolved());
    }

    private static Set<DiscoverySelector> selectors(Stream<? extends DiscoverySelector> children) {
        return children.collect(toCollection(LinkedHashSet::new));
    }
}
