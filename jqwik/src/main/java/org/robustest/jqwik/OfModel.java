package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.robustest.classifier.Classifier;

/**
 * Names what provides the model whose gradients say where to search. Without it, that is the only static method of the class
 * that returns a {@link org.robustest.classifier.Classifier}; if there is none, the search is at random.
 *
 * <p>At a class of properties, it holds for all parameters that do not have it themselves.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE, ElementType.TYPE_USE})
public @interface OfModel {

    /**
     * The name of the method.
     *
     * @return the name; empty if a class is named, or there is one such method
     */
    String value() default "";

    /**
     * A class that provides it, with a constructor without parameters, in place of a method.
     *
     * @return at most one class
     */
    Class<? extends Supplier<? extends Classifier>>[] from() default {};
}
