package org.robustest.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;
import org.robustest.perturbation.Norm;

/**
 * Tests that a model stays correct when its inputs are perturbed by at most ε.
 *
 * <pre>{@code
 * class BeatClassifierTest {
 *
 *     @Model
 *     static DifferentiableClassifier model() { ... }
 *
 *     @Inputs
 *     static Samples beats() { ... }
 *
 *     @RobustnessTest(epsilon = {0.01, 0.03, 0.05}, minRobustAccuracy = {0.80, 0.65, 0.55})
 *     void staysCorrectUnderBoundedNoise() {}
 *
 *     @RobustnessTest(epsilon = 0.03)
 *     void ventricularBeatsAreSafest(RobustnessResult result) {
 *         assertThat(result).forClass("V").hasRobustAccuracyOfAtLeast(0.75);
 *     }
 * }
 * }</pre>
 *
 * <p>Every ε is a test of its own. A sample that has fallen stays fallen at every larger ε; to that end the smaller ones are
 * always searched first, also when only a larger one is selected. Perturbed inputs stay in the
 * {@linkplain org.robustest.samples.Samples#range() range} that the samples declare.
 *
 * <p>The test passes if, of all samples, at least the required share is classified correctly and no counterexample to
 * them is found, if the share that is certified is as large as required, and if the body then returns. It fails if nothing can be concluded: if there are no samples, the model
 * gets none of them right, or one of them cannot be judged. A test that passes says that the attack found no more
 * counterexamples, not that there are none.
 *
 * <p>The method is not private, static or abstract, returns nothing, and takes either no parameter or a
 * {@link org.robustest.evaluation.RobustnessResult}. It runs on an instance of its own, made by the constructor without
 * parameters. The class has one {@link Model} method and one {@link Inputs} method. It is a top-level class or a static
 * nested one, which runs with the class around it.
 *
 * <p>Counterexamples stored for the test are put to the model first. The seed of the attack is 0, or the value of the
 * configuration parameter {@code robustest.seed}.
 *
 * <p>The tags, the display name and the {@code @Disabled} of JUnit Jupiter are honoured; its lifecycle methods and
 * extensions are not.
 */
@Documented
@Testable
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RobustnessTest {

    /**
     * The norm that bounds the perturbation.
     *
     * @return the norm
     */
    Norm norm() default Norm.LINF;

    /**
     * The sizes of the perturbation, in the unit of the inputs: one or several, positive and ascending.
     *
     * @return the sizes ε
     */
    double[] epsilon();

    /**
     * The smallest robust accuracy that passes, from 0 to 1: one for each ε, or one for all of them, or none if the
     * method takes the result and decides for itself.
     *
     * @return the required accuracies
     */
    double[] minRobustAccuracy() default {};

    /**
     * The smallest certified accuracy that passes, from 0 to 1: the share of all samples for which it is proved that there is
     * no counterexample. One for each ε, or one for all of them, or none.
     *
     * @return the required accuracies
     */
    double[] minCertifiedAccuracy() default {};

    /**
     * Whether the robust and the certified accuracy are compared with those of a committed file, below which they may not
     * fall. It is made and raised by {@code -Drobustest.baseline=update} alone.
     *
     * @return {@code true} if they are
     */
    boolean baseline() default false;

    /**
     * By how much an accuracy may be smaller than that of the baseline.
     *
     * @return a share of the samples, from 0 to 1
     */
    double baselineTolerance() default 0.01;
}
