package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Random noise: points drawn from the perturbation set, one as good as another. It asks for no gradient and learns nothing from
 * the answers. What it breaks any other attack should break; a model that falls to noise and not to gradients hides its
 * gradients (Carlini et al., "On Evaluating Adversarial Robustness", 2019, section 5.6).
 *
 * <p>That it finds nothing proves nothing: it is a search.
 */
public final class UniformNoise implements Attack {

    private static final UniformNoise DEFAULT = new UniformNoise(1_000);

    private final int draws;

    private UniformNoise(int draws) {
        this.draws = draws;
    }

    /**
     * Returns the attack with 1,000 draws.
     *
     * @return the default
     */
    public static UniformNoise withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of draws.
     *
     * @param newDraws how many points to draw, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is none
     */
    public UniformNoise withDraws(int newDraws) {
        return new UniformNoise(Settings.atLeast(1, newDraws, "number of draws of uniform noise"));
    }

    /** Accepts every set. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    /** Accepts every model. */
    @Override
    public void requireAbleToAttack(Classifier classifier) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new UniformNoiseSearch(draws, sample, region, seed);
    }

    /** Returns the settings, such as {@code uniform noise(draws=1000)}. */
    @Override
    public String toString() {
        return "uniform noise(draws=" + draws + ")";
    }
}
