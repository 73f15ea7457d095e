package org.robustest.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.StreamSupport;
import org.robustest.attack.Attack;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * A test of attacks by counterexamples that are known to be there (Zimmermann, Brendel, Tramèr and Carlini, "Increasing
 * Confidence in Adversarial Robustness Evaluations", NeurIPS 2022).
 *
 * <p>For each sample the head of the model is replaced by one with two classes, a linear function of the logits: the sample is of
 * the first class, and one point of the set, which was found without any gradient, is of the second. All that lies before the
 * head, with whatever it does to gradients, is the model's own. An attack that does not find such points cannot be relied on when
 * it finds no counterexample to the model itself, at the same size of the set.
 *
 * <p>Immutable. What is planted depends on the model, the samples, the set and the seed alone.
 *
 * <pre>{@code
 * PlantedSearch search = PlantedCounterexamples.in(model, beats, linf(0.01).within(0, 1)).searchedBy(attack);
 * assertThat(search.share()).isGreaterThan(0.95);
 * }</pre>
 */
public final class PlantedCounterexamples {

    private final DifferentiableClassifier model;
    private final Samples samples;
    private final PerturbationSet set;
    private final long seed;

    private PlantedCounterexamples(DifferentiableClassifier model, Samples samples, PerturbationSet set, long seed) {
        this.model = model;
        this.samples = samples;
        this.set = set;
        this.seed = seed;
    }

    /**
     * Chooses where to plant counterexamples.
     *
     * @param model the model
     * @param samples the samples, a hundred of which are enough; whether the model gets them right does not matter
     * @param set the set in which the attack is to be trusted; the range that the samples declare, if any, restricts a set that
     *     has no range of its own
     * @return the test, with seed 0
     */
    public static PlantedCounterexamples in(DifferentiableClassifier model, Samples samples, PerturbationSet set) {
        return new PlantedCounterexamples(
                model, samples, set.range().isBounded() ? set : set.within(samples.range()), 0);
    }

    /**
     * Returns this test with another seed.
     *
     * @param newSeed the seed that what is planted, and the attack, depend on
     * @return the changed test
     */
    public PlantedCounterexamples withSeed(long newSeed) {
        return new PlantedCounterexamples(model, samples, set, newSeed);
    }

    /**
     * Lets an attack search for what was planted. Attacks that evaluations refuse, since they cannot cross the set, are let in.
     *
     * @param attack the attack
     * @return what it has found
     */
    public PlantedSearch searchedBy(Attack attack) {
        ForkJoinPool pool = new ForkJoinPool();
        try {
            return pool.submit(() -> search(attack, pool)).join();
        } finally {
            pool.shutdown();
        }
    }

    private PlantedSearch search(Attack attack, ForkJoinPool pool) {
        List<Attempt> attempts = StreamSupport.stream(samples.spliterator(), true)
                .map(sample -> Plant.in(model, sample, set, seed))
                .flatMap(Optional::stream)
                .map(plant -> new Attempt(
                        plant.sample().id(), isFound(plant, attack, pool), isFound(plant, new RandomPoints(), pool)))
                .toList();
        return new PlantedSearch(
                attempts.size(),
                (int) attempts.stream().filter(Attempt::isFound).count(),
                (int) attempts.stream().filter(Attempt::isFoundByChance).count(),
                attempts.stream()
                        .filter(attempt -> !attempt.isFound())
                        .map(Attempt::id)
                        .toList());
    }

    private boolean isFound(Plant plant, Attack attack, ForkJoinPool pool) {
        Supervisor nobody = new Supervisor(new Progress(Progress.SILENT, System::nanoTime), Optional.empty(), "");
        Verdict verdict = AttackRun.of(
                        plant.model(),
                        seed,
                        AttackRun.Level.of(set, attack, Proofs.none("not asked for")),
                        List.of(new Verdict.Open(plant.sample(), Effort.NONE)),
                        nobody,
                        pool)
                .get(0);
        return verdict instanceof Verdict.Broken;
    }

    private record Attempt(String id, boolean isFound, boolean isFoundByChance) {}
}
