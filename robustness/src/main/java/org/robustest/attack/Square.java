package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Random search by windows: it tries another perturbation in a piece of time, and keeps it if the margin of the strongest rival
 * has grown. It asks for logits only (Andriushchenko et al., "Square Attack: a query-efficient black-box adversarial attack via
 * random search", ECCV 2020).
 *
 * <p>Where the publication changes a square of an image in all of its colours, this changes a window of a signal {@code [L]} or
 * {@code [C, L]} in all of its channels, with a sign for each. In an L∞ set the window goes as far out as the set allows
 * (algorithm 2). In L2 and L1 sets what another window has of the perturbation is moved into it, in the form of two opposite
 * humps (algorithm 3, in one dimension). Windows get shorter by the published schedule.
 *
 * <p>That it finds nothing proves nothing: it is a search.
 */
public final class Square implements Attack {

    private static final Square DEFAULT = new Square(1_000, 0.8);

    private final int queries;
    private final double firstShare;

    private Square(int queries, double firstShare) {
        this.queries = queries;
        this.firstShare = firstShare;
    }

    /**
     * Returns the attack with 1,000 queries and windows of 80 % of the time at first. The publication takes 5,000 to 10,000
     * queries, for images of 150,000 values.
     *
     * @return the default
     */
    public static Square withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of queries.
     *
     * @param newQueries how many points to ask the model about, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is none
     */
    public Square withQueries(int newQueries) {
        return new Square(Settings.atLeast(1, newQueries, "number of queries of Square"), firstShare);
    }

    /**
     * Returns this attack with other windows to begin with.
     *
     * @param share the length of the first windows as a share of the length of the signal, above 0 and at most 1
     * @return the changed attack
     * @throws IllegalArgumentException if it is not
     */
    public Square withFirstWindows(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the first windows of Square take a share of the signal above 0 and at most 1, but it was "
                            + share);
        }
        return new Square(queries, share);
    }

    /** Accepts every set. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    /** Accepts every model. */
    @Override
    public void requireAbleToAttack(Classifier classifier) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new SquareSearch(this, sample, region, seed);
    }

    int queries() {
        return queries;
    }

    /**
     * Returns the share of the time that a window takes at a query: halved after 0.1 %, 0.5 %, 2 %, 5 %, 10 %, 20 %, 40 %, 60 %
     * and 80 % of the queries.
     */
    double share(int query) {
        double share = firstShare;
        for (double halving : new double[] {0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8}) {
            share = query > halving * queries ? share / 2 : share;
        }
        return share;
    }

    /** Returns the settings, such as {@code Square(queries=1000, firstWindows=0.8)}. */
    @Override
    public String toString() {
        return "Square(queries=" + queries + ", firstWindows=" + firstShare + ")";
    }
}
