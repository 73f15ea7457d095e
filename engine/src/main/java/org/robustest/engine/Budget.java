package org.robustest.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the time of a robustness test, or of each of a class, at each of its noise levels. It takes precedence over the
 * configuration parameter {@code robustest.budget}.
 *
 * <p>A test whose time ends before its evaluation is inconclusive, with the verdicts reached, and never passes:
 * what fits into the time differs from machine to machine.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Budget {

    /**
     * The time.
     *
     * @return the time in seconds, positive
     */
    double seconds();
}
