package org.robustest.jqwik;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Writes what falsifies a property, once it is shrunk, and keeps it from passing beside a file that nobody can read, or before all
 * that is stored has been tried.
 */
final class KeptCounterexamples implements AroundPropertyHook {

    KeptCounterexamples() {}

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        CounterexampleStore store = CounterexampleStore.of(context);
        if (result.status() == PropertyExecutionResult.Status.SUCCESSFUL) {
            return store.unreadable()
                    .or(UntriedCounterexamples.ofProperty()::complaint)
                    .map(result::mapToFailed)
                    .orElse(result);
        }
        long seed = result.seed().map(Long::parseLong).orElse(0L);
        for (Object parameter : result.falsifiedParameters().orElse(List.of())) {
            if (parameter instanceof PerturbedSample sample) {
                store.keep(sample, seed)
                        .ifPresent(file -> context.reporter().publishValue("counterexample", file.toString()));
            }
        }
        return result;
    }
}
