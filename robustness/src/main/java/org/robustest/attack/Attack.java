package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * A way to search a perturbation set for an input that the model gets wrong.
 *
 * <p>An attack is written from the point of view of one sample: it starts a {@link Search} that proposes points and is
 * told what the model answers. Who runs the searches does everything that all attacks have in common, once and for all of
 * them: batches, threads, counting, the check of each point visited, and stopping at the first success.
 *
 * <p>Immutable. {@link Object#toString()} names the attack with all of its settings.
 */
public interface Attack {

    /**
     * Checks, before any work, that the attack is able to search a set.
     *
     * @param set the set to search
     * @throws IllegalArgumentException if it is not, with the reason and what to change
     */
    void requireAbleToSearch(PerturbationSet set);

    /**
     * Checks, before any work, that the attack is able to attack a model. By default it needs gradients.
     *
     * @param classifier the model
     * @throws IllegalArgumentException if it is not, with the reason and the attacks that would be
     */
    default void requireAbleToAttack(Classifier classifier) {
        Requirements.gradients(this, classifier);
    }

    /**
     * Returns this attack with an end to what it may spend on each sample.
     *
     * @param budget the most forwards and backwards for one sample
     * @return the limited attack; it leaves a sample unbroken on which all has been spent
     */
    default Attack within(Budget budget) {
        return new LimitedAttack(this, budget);
    }

    /**
     * Returns what is worth trying on a sample that this attack has left standing in a larger set. By default that is all of it
     * again: an attack of few or long steps may miss in a larger set what it finds in a smaller one.
     *
     * @return the attack for the smaller set
     */
    default Attack recheck() {
        return this;
    }

    /**
     * Starts to search.
     *
     * @param sample the sample, which the model classifies correctly
     * @param region the perturbed inputs that may stand for the sample
     * @param seed the seed of the run; every random number is to come from a stream keyed by it, the id of the sample,
     *     the name of the attack and the number of the restart
     * @return the search, before its first point
     */
    Search search(Sample sample, Region region, long seed);
}
