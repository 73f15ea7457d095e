package org.robustest.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Marks a class whose properties are about a classifier: their parameters may be {@linkplain RobustnessDomain samples,
 * perturbed samples and attacks} beside whatever jqwik provides, counterexamples are kept and replayed first, and
 * properties whose samples or model are missing are skipped.
 *
 * <pre>{@code
 * @RobustnessProperties
 * class BeatProperties {
 *     static Classifier model() { ... }
 *     static Samples beats() { ... }
 *
 *     @Property
 *     void noNoiseFlipsTheLabel(@ForAll @OfInputs("beats") @Within("linf(0.02)") PerturbedSample beat) {
 *         assertThat(beat.isClassifiedCorrectlyBy(model())).isTrue();
 *     }
 * }
 * }</pre>
 *
 * <p>The providers are static methods without parameters of the class, a superclass or an enclosing class, and are called
 * once in a run. They may throw a {@link org.opentest4j.TestAbortedException} where what they need is missing.
 *
 * <p>{@link OfInputs}, {@link OfClass}, {@link Tagged}, {@link Within}, {@link OfModel} and {@link By} may stand at the class, too, or at
 * one around it: then they hold for all parameters that do not have them themselves.
 *
 * <p>Counterexamples are in the folders that {@code @RobustnessTest} uses, and kept as the system properties
 * {@code robustest.counterexamples}, {@code robustest.counterexamples.folder} and {@code robustest.counterexamples.found} say.
 * Those stored are the first tries of their property, whatever its seed. What jqwik keeps of a failure in its own database, the
 * seed and the number of the try, finds the same perturbation again, since no draw depends on what is stored; it is lost when a
 * generator or the samples change, while a stored counterexample stays.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Domain(RobustnessDomain.class)
@Domain(DomainContext.Global.class)
@StatisticsReport(label = ClassStatistics.LABEL, format = ClassStatisticsFormat.class)
@AddLifecycleHook(value = MissingProviders.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = KeptCounterexamples.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface RobustnessProperties {}
