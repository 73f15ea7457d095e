package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Simultaneous perturbation stochastic approximation: the gradient of the margin is estimated from its differences between pairs
 * of points to both sides, along random directions of which every value is +1 or -1, and followed (Uesato et al., "Adversarial
 * Risk and the Dangers of Evaluating Against Weak Attacks", ICML 2018, section 3.4). It asks for logits only.
 *
 * <p>The steps are those of {@linkplain Apgd APGD}, which adapts their length, in place of Adam. The points of the pairs may lie
 * a little outside of the set, within its range.
 *
 * <p>That it finds nothing proves nothing: it is a search.
 */
public final class Spsa implements Attack {

    private static final Spsa DEFAULT = new Spsa(20, 128, 0.1);

    private final int steps;
    private final int samples;
    private final double relativeDifference;

    private Spsa(int steps, int samples, double relativeDifference) {
        this.steps = steps;
        this.samples = samples;
        this.relativeDifference = relativeDifference;
    }

    /**
     * Returns the attack with 20 steps, 128 points for the gradient at each, and pairs that are ε/10 away in every value. Ma and
     * Liang (2022) take 2,048 points.
     *
     * @return the default
     */
    public static Spsa withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of steps.
     *
     * @param newSteps the steps, at least 2
     * @return the changed attack
     * @throws IllegalArgumentException if there are fewer
     */
    public Spsa withSteps(int newSteps) {
        return new Spsa(Settings.atLeast(2, newSteps, "number of steps of SPSA"), samples, relativeDifference);
    }

    /**
     * Returns this attack with other pains taken with each gradient.
     *
     * @param newSamples how many points to ask the model about at each step, at least 2; one more if the number is odd
     * @return the changed attack
     * @throws IllegalArgumentException if there are fewer
     */
    public Spsa withSamples(int newSamples) {
        return new Spsa(steps, Settings.atLeast(2, newSamples, "number of samples of SPSA"), relativeDifference);
    }

    /**
     * Returns this attack with pairs that are another distance away.
     *
     * @param fraction how far each value of a pair is from the point between them, as a fraction of ε; of ε/√n in an L2 set of n
     *     values, and ε/n in an L1 set
     * @return the changed attack
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Spsa withRelativeDifference(double fraction) {
        return new Spsa(steps, samples, Settings.positive(fraction, "difference of SPSA"));
    }

    /** Accepts every set. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    /** Accepts every model. */
    @Override
    public void requireAbleToAttack(Classifier classifier) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new SpsaSearch(this, sample, region, seed);
    }

    int steps() {
        return steps;
    }

    int pairs() {
        return (samples + 1) / 2;
    }

    double relativeDifference() {
        return relativeDifference;
    }

    /** Returns the settings, such as {@code SPSA(steps=20, samples=128, difference=0.1*epsilon)}. */
    @Override
    public String toString() {
        return "SPSA(steps=" + steps + ", samples=" + samples + ", difference=" + relativeDifference + "*epsilon)";
    }
}
