package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Goes along the decision boundary by labels alone: it begins at any point with another class, however far away, bisects toward
 * the input, estimates from which side of the boundary random points around fall in which direction the wrong class lies, steps
 * there, and bisects again (Chen et al., "HopSkipJumpAttack: A Query-Efficient Decision-Based Attack", IEEE Symposium on Security and Privacy 2020, algorithm
 * 2). All that it asks of the model is which class it predicts.
 *
 * <p>"Toward the input" means projecting onto ever smaller sets of the same kind, which is what the publication does for L2 and
 * L∞.
 *
 * <p>That it finds nothing proves nothing: it is a search.
 */
public final class HopSkipJump implements Attack {

    private static final HopSkipJump DEFAULT = new HopSkipJump(10, 100);

    private final int iterations;
    private final int samples;

    private HopSkipJump(int iterations, int samples) {
        this.iterations = iterations;
        this.samples = samples;
    }

    /**
     * Returns the attack with 10 iterations, of which number t takes {@code 100 √t} random points: 2,250 in all, and some for
     * bisection.
     *
     * @return the default
     */
    public static HopSkipJump withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of iterations.
     *
     * @param newIterations the steps along the boundary, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is none
     */
    public HopSkipJump withIterations(int newIterations) {
        return new HopSkipJump(Settings.atLeast(1, newIterations, "number of iterations of HopSkipJump"), samples);
    }

    /**
     * Returns this attack with other pains taken with each direction.
     *
     * @param newSamples the number of random points of the first iteration, at least 2; iteration t takes √t times as many
     * @return the changed attack
     * @throws IllegalArgumentException if there are fewer
     */
    public HopSkipJump withSamples(int newSamples) {
        return new HopSkipJump(iterations, Settings.atLeast(2, newSamples, "number of samples of HopSkipJump"));
    }

    /** Accepts every set. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    /** Accepts every model. */
    @Override
    public void requireAbleToAttack(Classifier classifier) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new HopSkipJumpSearch(this, sample, region, seed);
    }

    int iterations() {
        return iterations;
    }

    /** Returns the number of random points of an iteration, counted from 1. */
    int samples(int iteration) {
        return (int) Math.round(samples * Math.sqrt(iteration));
    }

    /** Returns the settings, such as {@code HopSkipJump(iterations=10, samples=100)}. */
    @Override
    public String toString() {
        return "HopSkipJump(iterations=" + iterations + ", samples=" + samples + ")";
    }
}
