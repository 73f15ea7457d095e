package org.robustest.jqwik;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.opentest4j.TestAbortedException;
import org.robustest.attack.Attack;
import org.robustest.samples.Sample;

/** Skips properties whose samples or model say that what they need is missing; everything else that is wrong fails them. */
final class MissingProviders implements SkipExecutionHook {

    private static final Set<Class<?>> WITH_SAMPLES = Set.of(Sample.class, PerturbedSample.class);
    private static final Set<Class<?>> WITH_MODEL = Set.of(Attack.class, PerturbedSample.class);

    MissingProviders() {}

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        if (context instanceof PropertyLifecycleContext property) {
            Parameters parameters = new Parameters(property.containerClass());
            try {
                Arrays.stream(property.targetMethod().getParameters()).forEach(each -> ask(each, parameters));
            } catch (TestAbortedException e) {
                return SkipResult.skip(e.getMessage());
            } catch (RuntimeException e) {
                // Said again, and then reported as a failure, when the property asks.
                return SkipResult.doNotSkip();
            }
        }
        return SkipResult.doNotSkip();
    }

    private static void ask(Parameter parameter, Parameters parameters) {
        if (WITH_SAMPLES.contains(parameter.getType())) {
            parameters.allSamples(Optional.ofNullable(parameter.getAnnotation(OfInputs.class)));
        }
        if (WITH_MODEL.contains(parameter.getType())) {
            parameters.model(Optional.ofNullable(parameter.getAnnotation(OfModel.class)));
        }
    }
}
