package org.robustest.certificate;

import java.util.Optional;
import org.robustest.classifier.BoundMethod;
import org.robustest.classifier.BoundableClassifier;
import org.robustest.classifier.MarginDecision;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Tries to prove that a sample has no counterexample, by one method of bounding the logits after the other.
 *
 * <p>Immutable. A proof is about the float32 execution of the network, in whatever order its sums are added. It carries over
 * to the model that the network was imported from as far as that computes the same: where the logits of the two differ for
 * the sample itself by more than rounding, there is no certificate.
 */
public final class Certifier {

    private static final Certifier DEFAULT = new Certifier(2_000, 1_000);

    /** How far the margins of the network and of the original may be apart, relative to the largest. */
    private static final double SAME = 1e-4;

    /** Intervals that are so many times wider than the margin leave linear bounds nothing to win. */
    private static final double HOPELESS = 10;

    private static final double HOPELESS_FOR_ALL = 100;

    /** Where CROWN falls short of a proof by more, in margins, no branch and bound has come to an end on the networks tried. */
    private static final double HOPELESS_TO_BRANCH = 1.5;

    /** Branch and bound on larger networks would take longer than a search, and seldom come to an end. */
    private static final int MOST_CURVED_VALUES_TO_BRANCH = 1_000;

    private final int mostCurvedValues;
    private final int branches;

    private Certifier(int mostCurvedValues, int branches) {
        this.mostCurvedValues = mostCurvedValues;
        this.branches = branches;
    }

    /**
     * Returns the certifier that tries interval bounds and CROWN with interval bounds, and where a search has found nothing
     * full CROWN, for networks of up to 2,000 curved values, and branch and bound over 1,000 subproblems, for networks of up to
     * 1,000 and samples for which CROWN falls short of a proof by no more than one and a half times their margin.
     *
     * @return the default
     */
    public static Certifier withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this certifier with another limit to full CROWN, whose cost grows with the square of the size of a network.
     *
     * @param curvedValues the largest number of {@linkplain BoundableClassifier#curvedValues() curved values} of a network for
     *     which it is tried, from 0
     * @return the changed certifier
     * @throws IllegalArgumentException if the number is negative
     */
    public Certifier withMostCurvedValues(int curvedValues) {
        if (curvedValues < 0) {
            throw new IllegalArgumentException(
                    "the largest number of curved values must be at least 0, but it was " + curvedValues);
        }
        return new Certifier(curvedValues, branches);
    }

    /**
     * Returns this certifier with another budget for branch and bound, which proves what CROWN leaves open, or finds the
     * counterexample. It is tried for networks of up to 1,000 curved values, or of up to as many as CROWN if that are fewer.
     *
     * @param subproblems the number of parts of a set that may be bounded for each sample, 0 for no branch and bound
     * @return the changed certifier
     * @throws IllegalArgumentException if the number is negative
     */
    public Certifier withBranches(int subproblems) {
        if (subproblems < 0) {
            throw new IllegalArgumentException(
                    "the number of subproblems of a branch and bound must be at least 0, but it was " + subproblems);
        }
        return new Certifier(mostCurvedValues, subproblems);
    }

    /**
     * Tells whether a sample is so far from a proof that samples with smaller margins need not be tried: interval bounds are
     * more than a hundred times wider than its margin, and full CROWN is not tried.
     *
     * @param classifier the model
     * @param sample the sample
     * @param region the inputs that may stand for it
     * @return {@code true} if there is no hope for it
     */
    public boolean isHopeless(BoundableClassifier classifier, Sample sample, Region region) {
        return classifier.curvedValues() > mostCurvedValues
                && isWiderThan(
                        HOPELESS_FOR_ALL,
                        bound(BoundMethod.INTERVAL, classifier, sample, region),
                        margin(classifier, sample));
    }

    /**
     * Tries the methods that cost less than a search.
     *
     * @param classifier the model
     * @param sample the sample
     * @param region the inputs that may stand for it
     * @return the proof, or nothing if no method gave one
     */
    public Optional<Certificate> beforeSearch(BoundableClassifier classifier, Sample sample, Region region) {
        double interval = bound(BoundMethod.INTERVAL, classifier, sample, region);
        if (interval > 0) {
            return certificate(BoundMethod.INTERVAL, interval, classifier, sample);
        }
        return isWiderThan(HOPELESS, interval, margin(classifier, sample))
                ? Optional.empty()
                : certify(BoundMethod.CROWN_INTERVAL, classifier, sample, region);
    }

    /** Tells whether a bound is so many times a margin below 0, or overflows. */
    private static boolean isWiderThan(double times, double bound, double margin) {
        return !(bound >= -times * margin);
    }

    /**
     * Tries the methods that are only worth while where a search has found nothing.
     *
     * @param classifier the model
     * @param sample the sample
     * @param region the inputs that may stand for it
     * @return the proof, or an input that the network gets wrong, or neither
     */
    public Conclusion afterSearch(BoundableClassifier classifier, Sample sample, Region region) {
        int curved = classifier.curvedValues();
        if (curved > mostCurvedValues) {
            return Conclusion.open();
        }
        double crown = bound(BoundMethod.CROWN, classifier, sample, region);
        if (crown > 0) {
            return certificate(BoundMethod.CROWN, crown, classifier, sample)
                    .map(Conclusion::certified)
                    .orElse(Conclusion.open());
        }
        return isWorthBranching(curved, crown, margin(classifier, sample))
                ? branch(classifier, sample, region)
                : Conclusion.open();
    }

    private boolean isWorthBranching(int curved, double crown, double margin) {
        boolean comesToAnEnd = Math.scalb(1.0, curved) <= branches;
        return comesToAnEnd
                || (branches > 0 && curved <= MOST_CURVED_VALUES_TO_BRANCH && crown >= -HOPELESS_TO_BRANCH * margin);
    }

    private Conclusion branch(BoundableClassifier classifier, Sample sample, Region region) {
        MarginDecision decision = classifier.decideMargins(region, sample.label(), branches);
        if (decision instanceof MarginDecision.Proved proved) {
            return certificate(BoundMethod.BRANCH_AND_BOUND, proved.bound(), classifier, sample)
                    .map(Conclusion::certified)
                    .orElse(Conclusion.open());
        }
        return decision instanceof MarginDecision.Refuted refuted
                ? Conclusion.suspected(
                        refuted.input(), BoundMethod.BRANCH_AND_BOUND + ", subproblem " + refuted.subproblems())
                : Conclusion.open();
    }

    private static Optional<Certificate> certify(
            BoundMethod method, BoundableClassifier classifier, Sample sample, Region region) {
        double bound = bound(method, classifier, sample, region);
        return bound > 0 ? certificate(method, bound, classifier, sample) : Optional.empty();
    }

    /** Returns the least bound of a margin, or NaN if one of them is. */
    private static double bound(BoundMethod method, BoundableClassifier classifier, Sample sample, Region region) {
        double least = Double.POSITIVE_INFINITY;
        for (double bound : classifier.marginBounds(region, sample.label(), method)) {
            least = Math.min(least, bound);
        }
        return least;
    }

    private static Optional<Certificate> certificate(
            BoundMethod method, double bound, BoundableClassifier classifier, Sample sample) {
        return agreesWithOriginal(classifier, sample) ? Optional.of(new Certificate(method, bound)) : Optional.empty();
    }

    private static double margin(BoundableClassifier classifier, Sample sample) {
        float[] logits = new float[classifier.classCount()];
        classifier.logits(sample.input(), 1, logits);
        double margin = Double.POSITIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            margin = k == sample.label() ? margin : Math.min(margin, (double) logits[sample.label()] - logits[k]);
        }
        return margin;
    }

    /** Compares margins, since the original may give logits that are shifted, such as the logarithms of probabilities. */
    private static boolean agreesWithOriginal(BoundableClassifier classifier, Sample sample) {
        if (classifier.original() == classifier) {
            return true;
        }
        float[] logits = new float[classifier.classCount()];
        float[] expected = new float[logits.length];
        classifier.logits(sample.input(), 1, logits);
        classifier.original().logits(sample.input(), 1, expected);
        double largest = 0;
        double difference = 0;
        for (int k = 0; k < logits.length; k++) {
            double margin = (double) expected[sample.label()] - expected[k];
            largest = Math.max(largest, Math.abs(margin));
            difference = Math.max(difference, Math.abs((double) logits[sample.label()] - logits[k] - margin));
        }
        return difference <= SAME * largest;
    }

    /** Returns the methods in the order in which they are tried. */
    @Override
    public String toString() {
        return "interval bounds, CROWN with interval bounds, CROWN up to " + mostCurvedValues
                + " curved values, branch and bound over " + branches + " subproblems";
    }
}
