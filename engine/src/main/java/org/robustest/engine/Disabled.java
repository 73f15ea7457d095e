package org.robustest.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a robustness test out, or all of a class.
 *
 * <p>The one of JUnit Jupiter works as well; this one is for projects that do not have Jupiter.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Disabled {

    /**
     * Why it is left out.
     *
     * @return the reason, which may be empty
     */
    String value() default "";
}
