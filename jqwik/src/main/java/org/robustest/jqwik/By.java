package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the perturbations of a {@link PerturbedSample} are chosen, each as often as the others. Without it, that is in every
 * way that is possible without the model or, where its gradients are at hand, with it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface By {

    /**
     * The ways.
     *
     * @return at least one
     */
    Choice[] value();
}
