package org.robustest.engine.internal;

import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.robustest.engine.Model;
import org.robustest.engine.ModelFrom;

/** What is said of the use of a model by several tests at once. */
final class Sharing {

    private Sharing() {}

    static boolean isThreadSafe(Class<?> testClass) {
        for (Class<?> current = testClass; current != null; current = current.getEnclosingClass()) {
            Class<?> enclosing = current;
            Optional<Boolean> said = AnnotationSupport.findAnnotation(current, ModelFrom.class)
                    .map(ModelFrom::threadSafe)
                    .or(() -> Sharing.ofMethod(enclosing));
            if (said.isPresent()) {
                return said.get();
            }
        }
        return false;
    }

    private static Optional<Boolean> ofMethod(Class<?> type) {
        return AnnotationSupport.findAnnotatedMethods(type, Model.class, HierarchyTraversalMode.BOTTOM_UP).stream()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Model.class).stream())
                .map(Model::threadSafe)
                .findFirst();
    }
}
