package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the perturbations of a {@link PerturbedSample} are chosen, each way as often as the others. Without it, where the
 * gradients of the model are at hand, three tries of eight are steepest steps, three are attacks, one is random, and one is a
 * corner; without them, half are random, and half are corners.
 *
 * <p>At a class of properties, it holds for all parameters that do not have it themselves.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE, ElementType.TYPE_USE})
public @interface By {

    /**
     * The ways.
     *
     * @return at least one
     */
    Choice[] value();
}
