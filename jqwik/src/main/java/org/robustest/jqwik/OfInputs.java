package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.robustest.samples.Samples;

/**
 * Names what provides the samples of a parameter. Without it, they come from the only static method of the class that returns
 * {@link org.robustest.samples.Samples}.
 *
 * <p>At a class of properties, it holds for all parameters that do not have it themselves.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE, ElementType.TYPE_USE})
public @interface OfInputs {

    /**
     * The name of the method.
     *
     * @return the name; empty if a class is named, or there is one such method
     */
    String value() default "";

    /**
     * A class that provides them, with a constructor without parameters, in place of a method.
     *
     * @return at most one class
     */
    Class<? extends Supplier<? extends Samples>>[] from() default {};
}
