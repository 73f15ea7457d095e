package org.robustest.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * An attack that first proposes the stored counterexamples to a sample that lie in the set, one pass of the model each, and
 * then goes on as another attack, if it is put before one. It bears the name of that attack: what is stored does not change what
 * is searched.
 */
public final class Replay implements Attack {

    private static final String STORED = "stored counterexample";

    private final Map<String, List<StoredCounterexample>> stored;
    private final Optional<Attack> next;

    private Replay(Map<String, List<StoredCounterexample>> stored, Optional<Attack> next) {
        this.stored = stored;
        this.next = next;
    }

    /**
     * Returns an attack by stored counterexamples alone.
     *
     * @param stored the counterexamples, each {@linkplain StoredCounterexample#isOf to} one of the samples to be attacked
     * @return the attack
     */
    public static Replay of(List<StoredCounterexample> stored) {
        return new Replay(
                stored.stream()
                        .collect(Collectors.groupingBy(each -> each.finding().sampleId())),
                Optional.empty());
    }

    /**
     * Returns this replay, followed by a search.
     *
     * @param attack what attacks the samples that no stored counterexample breaks
     * @return both
     */
    public Replay before(Attack attack) {
        return new Replay(stored, Optional.of(attack));
    }

    /**
     * Tells whether a counterexample was not found by a search, but had been stored.
     *
     * @param counterexample the counterexample
     * @return {@code true} if a replay put it to the model
     */
    public static boolean isStored(Counterexample counterexample) {
        return counterexample.position().startsWith(STORED);
    }

    static String position(Finding finding) {
        return STORED + ", found with seed " + finding.seed() + " at " + finding.position();
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        next.ifPresent(attack -> attack.requireAbleToSearch(set));
    }

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        next.ifPresent(attack -> attack.requireAbleToAttack(classifier));
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        int coordinates = sample.shape().size();
        List<StoredCounterexample> allowed = stored.getOrDefault(sample.id(), List.of()).stream()
                .filter(each -> each.pointIn(region, coordinates).isPresent())
                .toList();
        return new ReplaySearch(sample, region, allowed, next.map(attack -> attack.search(sample, region, seed)));
    }

    /** Returns the name of the attack that follows. */
    @Override
    public String toString() {
        return next.map(Attack::toString).orElse("stored counterexamples alone");
    }
}
