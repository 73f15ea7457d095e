package org.robustest.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.robustest.classifier.Classifier;

/**
 * Names the class that provides the model of a class of robustness tests, in place of {@link Model}. It is asked once in a run,
 * for all classes of tests that name it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ModelFrom {

    /**
     * The class, which has a constructor without parameters. It may throw a {@link org.opentest4j.TestAbortedException} where
     * what it needs is missing: the tests are then reported as skipped.
     *
     * @return the class
     */
    Class<? extends Supplier<? extends Classifier>> value();

    /**
     * Whether tests of the model may run at the same time, where tests run in parallel.
     *
     * @return {@code true} if they may
     */
    boolean threadSafe() default false;
}
