package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.robustest.engine.RobustnessTest;

/** Which classes are worth a closer look. */
class MarkedMethodsTest {

    private final MarkedMethods marked = new MarkedMethods();

    @Retention(RetentionPolicy.RUNTIME)
    @Second
    @interface First {}

    @Retention(RetentionPolicy.RUNTIME)
    @First
    @interface Second {}

    @Retention(RetentionPolicy.RUNTIME)
    @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
    @interface Inner {}

    @Retention(RetentionPolicy.RUNTIME)
    @First
    @Inner
    @interface Outer {}

    static class Unmarked {
        @First
        void method() {}
    }

    static class Marked {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class MarkedByAnotherAnnotation {
        @Outer
        void test() {}
    }

    interface MarkedInterface {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        default void test() {}
    }

    interface Between extends MarkedInterface {}

    static class Heir extends Marked {}

    static class Implementation extends Unmarked implements Between {}

    @Test
    void annotationsOnEachOtherLeadNowhere() {
        assertThat(marked.mayBeIn(Unmarked.class)).isFalse();
        assertThat(marked.mayBeIn(Object.class)).isFalse();
        assertThat(marked.mayBeIn(MarkedMethodsTest.class)).isFalse();
    }

    @Test
    void anAnnotationLeadsToATestByWayOfOthers() {
        assertThat(marked.mayBeIn(Marked.class)).isTrue();
        assertThat(marked.mayBeIn(MarkedByAnotherAnnotation.class)).isTrue();
    }

    @Test
    void aTestMayStandInASuperclassOrAnInterface() {
        assertThat(marked.mayBeIn(Heir.class)).isTrue();
        assertThat(marked.mayBeIn(Implementation.class)).isTrue();
        assertThat(marked.mayBeIn(Implementation.class)).as("asked twice").isTrue();
    }
}
