package org.robustest.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that provides the model of a class of robustness tests.
 *
 * <p>The method is static, takes no parameter, and returns a {@link org.robustest.classifier.Classifier}. It
 * stands in the class itself, a superclass or an enclosing class, and is called once in a run, for all tests of the classes that share it.
 *
 * <p>Where what it needs is missing, it may throw a {@link org.opentest4j.TestAbortedException}, as assumptions do: the tests
 * are then reported as skipped, with its message. Whatever else it throws makes the class fail.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Model {

    /**
     * Whether tests of the model may run at the same time, where tests run in parallel. Each test by itself asks it from
     * several threads in any case.
     *
     * @return {@code true} if they may
     */
    boolean threadSafe() default false;
}
