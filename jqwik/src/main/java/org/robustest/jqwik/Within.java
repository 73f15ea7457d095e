package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the set that the perturbations of a {@link PerturbedSample} lie in.
 *
 * <p>At a class of properties, it holds for all parameters that do not have it themselves.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE, ElementType.TYPE_USE})
public @interface Within {

    /**
     * The set: an expression such as {@code linf(0.02)}, {@code l2(0.5)}, {@code l1(3)} or {@code smooth(0.02)}, to which
     * {@code .within(0, 1)} may be added, or the name of a static method of the class that returns a
     * {@link org.robustest.perturbation.PerturbationSet}. A set without a range stays in that which the samples declare.
     *
     * @return the expression or the name
     */
    String value();
}
