package org.robustest.jqwik;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.configurators.ArbitraryConfigurator;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.robustest.attack.Attack;
import org.robustest.samples.Sample;

/**
 * The domain of properties of classifiers. {@link RobustnessProperties} names it.
 *
 * <table>
 * <caption>What it provides</caption>
 * <tr><th>parameter</th><th>values</th><th>restricted by</th></tr>
 * <tr><td>{@link Sample}</td><td>the samples, one by one</td>
 *     <td>{@link OfInputs}, {@link OfClass}, {@link Tagged}</td></tr>
 * <tr><td>{@link PerturbedSample}</td><td>samples with perturbations in a set</td>
 *     <td>the same, {@link Within}, {@link OfModel}, {@link By}</td></tr>
 * <tr><td>{@link Attack}</td><td>attacks with their settings, such as a number of steps</td><td>{@link OfModel}</td></tr>
 * </table>
 */
public final class RobustnessDomain implements DomainContext {

    private Optional<PropertyLifecycleContext> property = Optional.empty();

    /** Creates the domain; called by jqwik. */
    public RobustnessDomain() {}

    @Override
    public void initialize(PropertyLifecycleContext context) {
        property = Optional.of(context);
    }

    @Override
    public Collection<ArbitraryProvider> getArbitraryProviders() {
        return List.of(
                new Provider(Sample.class, (context, type) -> samples(context, type)),
                new Provider(PerturbedSample.class, (context, type) -> perturbations(context, type)),
                new Provider(Attack.class, (context, type) -> attacks(context, type)));
    }

    @Override
    public Collection<ArbitraryConfigurator> getArbitraryConfigurators() {
        return List.of();
    }

    private static Arbitrary<Sample> samples(PropertyLifecycleContext context, TypeUsage type) {
        Iterable<Sample> samples = new Parameters(context.containerClass()).samples(type);
        List<Sample> list = new ArrayList<>();
        samples.forEach(list::add);
        return Arbitraries.of(list).dontShrink();
    }

    private static Arbitrary<PerturbedSample> perturbations(PropertyLifecycleContext context, TypeUsage type) {
        Parameters parameters = new Parameters(context.containerClass());
        Subject subject = parameters.subject(type);
        List<PerturbedSample> known = CounterexampleStore.of(context).known(subject);
        return new PerturbationArbitrary(
                subject,
                parameters.choices(type, subject),
                UntriedCounterexamples.ofProperty().expect(known));
    }

    private static Arbitrary<Attack> attacks(PropertyLifecycleContext context, TypeUsage type) {
        return Attacks.on(new Parameters(context.containerClass()).model(type.findAnnotation(OfModel.class)));
    }

    /** Provides parameters of one type. */
    private final class Provider implements ArbitraryProvider {

        private final Class<?> type;
        private final BiFunction<PropertyLifecycleContext, TypeUsage, Arbitrary<?>> arbitraries;

        Provider(Class<?> type, BiFunction<PropertyLifecycleContext, TypeUsage, Arbitrary<?>> arbitraries) {
            this.type = type;
            this.arbitraries = arbitraries;
        }

        @Override
        public boolean canProvideFor(TypeUsage targetType) {
            return targetType.isOfType(type);
        }

        @Override
        public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
            return Set.of(arbitraries.apply(property.orElseThrow(), targetType));
        }
    }
}
