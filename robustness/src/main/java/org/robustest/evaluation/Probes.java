package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.attack.Square;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.random.StableHash;
import org.robustest.samples.Sample;
import org.robustest.statistics.ConfidenceInterval;

/**
 * What is tried behind a search that has found nothing, to learn whether it should have: random points on every sample, and
 * a longer search of another kind on some (Carlini et al., "On Evaluating Adversarial Robustness", 2019, sections 4.3 and
 * 5.6). What these find are counterexamples like any others, and many of them are a sign that the search is not to be relied
 * on.
 *
 * <p>They cost about a tenth of the search: 4 % in random points, and twice the points of the search on every 40th sample.
 */
final class Probes {

    private static final int ONE_IN = 40;

    private static final double MOST_BY_CHANCE = 0.02;
    private static final double MOST_BY_MORE_EFFORT = 0.05;

    /** Both bounds of the interval hold with 90 %, the lower one alone with 95 %. */
    private static final double CONFIDENCE = 0.90;

    private static final String BY_CHANCE = "random point ";
    private static final String BY_MORE_EFFORT = "with more effort, ";

    private static final double SHORT_STEP = 0.1;
    private static final double MOMENTUM = 0.75;
    private static final int FEWEST_STEPS = 4;
    private static final int MOST_STEPS = 1_000;
    private static final int FEWEST_QUERIES = 10;
    private static final int MOST_QUERIES = 100_000;

    /**
     * Four walks to classes, and two on the cross-entropy that are twice as long, by short steps from the input and by long ones
     * from elsewhere; their starts, and a look at four classes.
     */
    private static final int WALKS = 8;

    private static final int BESIDE_WALKS = 14;

    private final long seed;
    private final boolean hasGradients;
    private final boolean areOn;
    private int searched;
    private int fellByChance;
    private int searchedMore;
    private int fellByMoreEffort;

    /**
     * Creates probes of one evaluation.
     *
     * @param seed the seed of the run
     * @param classifier the model
     * @param areOn whether there is something to learn: where nothing can be concluded anyway, there is not
     */
    Probes(long seed, Classifier classifier, boolean areOn) {
        this.seed = seed;
        this.hasGradients = classifier instanceof DifferentiableClassifier;
        this.areOn = areOn;
    }

    boolean areOn() {
        return areOn;
    }

    /** Returns an attack that goes on, where another one has found nothing, with random points and on some samples longer. */
    Attack behind(Attack attack) {
        return areOn ? new ProbedAttack(attack, this::isChosen, this::ofEffort) : attack;
    }

    /**
     * Returns what is tried on a sample that the attack has left standing in a larger set: where that is not all of it, random
     * points follow, and on some samples the rest.
     */
    Attack behindRecheckOf(Attack attack) {
        Attack recheck = attack.recheck();
        return areOn && recheck != attack
                ? new ProbedAttack(recheck, this::isChosen, points -> attack)
                : behind(recheck);
    }

    /** Returns an attack that goes on with random points only. */
    Attack randomPointsBehind(Attack attack) {
        return areOn ? new ProbedAttack(attack, sample -> false, this::ofEffort) : attack;
    }

    boolean isChosen(Sample sample) {
        return rank(sample) >>> 1 < Long.MAX_VALUE / ONE_IN;
    }

    /** A number that puts samples into an order that looks random, and depends on nothing but the id and the seed. */
    long rank(Sample sample) {
        return StableHash.mix(seed ^ StableHash.of(sample.id()));
    }

    /** Returns an attack of other kinds than most, that visits about a given number of points. */
    Attack ofEffort(long points) {
        if (!hasGradients) {
            return Square.withDefaults().withQueries((int) Math.min(Math.max(points, FEWEST_QUERIES), MOST_QUERIES));
        }
        int steps = (int) Math.min(Math.max((points - BESIDE_WALKS) / WALKS, FEWEST_STEPS), MOST_STEPS);
        // Short steps, but not so short that all of them together could not cross the set.
        double stepSize = Math.max(SHORT_STEP, 1.0 / steps);
        return Cascade.of(
                NearestClasses.withDefaults().withSteps(steps),
                Pgd.withDefaults()
                        .withSteps(2 * steps)
                        .withRelativeStepSize(stepSize)
                        .withMomentum(MOMENTUM)
                        .fromInput()
                        .withRestarts(1),
                Apgd.withDefaults().withSteps(2 * steps));
    }

    static String byChance(int number) {
        return BY_CHANCE + number;
    }

    static String byMoreEffort(String position) {
        return BY_MORE_EFFORT + position;
    }

    /** Takes in the verdicts of an attack that was followed by probes. */
    void count(List<Verdict> verdicts) {
        if (!areOn) {
            return;
        }
        for (Verdict verdict : verdicts) {
            boolean isUnbroken = verdict instanceof Verdict.Unbroken;
            boolean fellToChance = fell(verdict, BY_CHANCE);
            boolean fellToMore = fell(verdict, BY_MORE_EFFORT);
            searched += isUnbroken || fellToChance || fellToMore ? 1 : 0;
            fellByChance += fellToChance ? 1 : 0;
            searchedMore += (isUnbroken && isChosen(verdict.sample())) || fellToMore ? 1 : 0;
            fellByMoreEffort += fellToMore ? 1 : 0;
        }
    }

    /** Takes in the verdicts of an attack that was only run to spend more effort on samples that stood. */
    void countMoreEffort(List<Verdict> verdicts) {
        searchedMore += verdicts.size();
        fellByMoreEffort +=
                (int) verdicts.stream().filter(Verdict.Broken.class::isInstance).count();
    }

    private static boolean fell(Verdict verdict, String how) {
        return verdict instanceof Verdict.Broken broken
                && broken.counterexample().position().startsWith(how);
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (searched > 0) {
            diagnostics.add(chance());
        }
        if (searchedMore > 0) {
            diagnostics.add(moreEffort());
        }
        return diagnostics;
    }

    private Diagnostic chance() {
        return Diagnostic.of(
                "broken by chance",
                (double) fellByChance / searched,
                MOST_BY_CHANCE,
                "Random points broke " + fellByChance + " of the " + searched
                        + " samples that the attack had left standing.",
                "An attack that chance can beat is misled by the gradients; look for rounding, noise and detached"
                        + " gradients in the model, or use an attack that needs none.");
    }

    private Diagnostic moreEffort() {
        double surely = ConfidenceInterval.clopperPearson(fellByMoreEffort, searchedMore, CONFIDENCE)
                .lower();
        return Diagnostic.of(
                "broken by more effort",
                surely,
                MOST_BY_MORE_EFFORT,
                String.format(
                        Locale.ROOT,
                        "A longer search broke %d of %d samples that the attack had left standing, chosen at random:"
                                + " with 95 %% confidence it would break at least %.1f %% of them.",
                        fellByMoreEffort,
                        searchedMore,
                        100 * surely),
                "Raise the budget: more steps or restarts, or the standard cascade.");
    }
}
