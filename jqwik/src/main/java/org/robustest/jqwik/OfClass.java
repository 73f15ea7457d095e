package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts a parameter to samples of some classes.
 *
 * <p>At a class of properties, it holds for all parameters that do not have it themselves.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE, ElementType.TYPE_USE})
public @interface OfClass {

    /**
     * The classes.
     *
     * @return their names, at least one
     */
    String[] value();
}
