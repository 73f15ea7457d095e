package org.robustest.jqwik;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** The stored counterexamples that a property has not tried yet: as long as there are some, it has not shown that they are mended. */
final class UntriedCounterexamples {

    private final Set<PerturbedSample> stored = new LinkedHashSet<>();
    private final Set<PerturbedSample> tried = new HashSet<>();

    private UntriedCounterexamples() {}

    /** Returns those of the property that is run. */
    static UntriedCounterexamples ofProperty() {
        return Store.getOrCreate(UntriedCounterexamples.class, Lifespan.PROPERTY, UntriedCounterexamples::new)
                .get();
    }

    /** Returns stored counterexamples as what jqwik tries, which count as tried once it has asked for their value. */
    List<Shrinkable<PerturbedSample>> expect(List<PerturbedSample> counterexamples) {
        stored.addAll(counterexamples);
        return counterexamples.stream()
                .map(each -> new ShrinkablePerturbation(each).map(this::taken))
                .toList();
    }

    private PerturbedSample taken(PerturbedSample value) {
        tried.add(value);
        return value;
    }

    /** Returns what keeps a property from passing: stored counterexamples for which it has too few tries. */
    Optional<String> complaint() {
        List<PerturbedSample> untried =
                stored.stream().filter(each -> !tried.contains(each)).toList();
        return untried.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing can be concluded: of " + stored.size() + " stored counterexamples, "
                        + untried.size() + " have not been tried; the first is one to "
                        + untried.get(0).original().id() + ". Allow more tries, or delete the files of those that are"
                        + " mended");
    }
}
