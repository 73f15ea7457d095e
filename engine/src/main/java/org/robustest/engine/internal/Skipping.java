package org.robustest.engine.internal;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.hierarchical.Node.SkipResult;
import org.robustest.engine.Disabled;

/** Whether a class or method is left out. */
final class Skipping {

    private Skipping() {}

    /** Returns why a class is left out, itself or with one around it. */
    static Optional<String> ofClassOrThoseAround(Class<?> type) {
        for (Class<?> current = type; current != null; current = current.getEnclosingClass()) {
            Optional<String> reason = of(current).getReason();
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    static SkipResult of(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, Disabled.class)
                .map(Disabled::value)
                .or(() -> Jupiter.disabled(element))
                .map(reason -> SkipResult.skip(reason.isBlank() ? element + " is @Disabled" : reason))
                .orElse(SkipResult.doNotSkip());
    }
}
