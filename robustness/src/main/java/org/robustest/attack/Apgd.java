package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * Auto-PGD: from a random point, steps with momentum whose length adapts to the progress, so that there is none to choose
 * (Croce and Hein, "Reliable evaluation of adversarial robustness with an ensemble of diverse parameter-free attacks", ICML
 * 2020, section 3 and algorithm 1).
 *
 * <p>That it finds nothing proves nothing: it is a search.
 */
public final class Apgd implements Attack {

    private static final Apgd DEFAULT = new Apgd(100, 1, Loss.crossEntropy(), false);

    private final int steps;
    private final int restarts;
    private final Loss loss;
    private final boolean givesUp;

    private Apgd(int steps, int restarts, Loss loss, boolean givesUp) {
        this.steps = steps;
        this.restarts = restarts;
        this.loss = loss;
        this.givesUp = givesUp;
    }

    /**
     * Returns the attack with one random start, followed by 100 steps on the cross-entropy.
     *
     * @return the default
     */
    public static Apgd withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of steps.
     *
     * @param newSteps the steps after each start, at least 2
     * @return the changed attack
     * @throws IllegalArgumentException if there are fewer
     */
    public Apgd withSteps(int newSteps) {
        return new Apgd(Settings.atLeast(2, newSteps, "number of steps of APGD"), restarts, loss, givesUp);
    }

    /**
     * Returns this attack with another number of starts.
     *
     * @param newRestarts how often to start from a random point, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is no start
     */
    public Apgd withRestarts(int newRestarts) {
        return new Apgd(steps, Settings.atLeast(1, newRestarts, "number of restarts of APGD"), loss, givesUp);
    }

    /**
     * Returns this attack with another loss.
     *
     * @param newLoss what the steps make grow
     * @return the changed attack
     */
    public Apgd withLoss(Loss newLoss) {
        return new Apgd(steps, restarts, newLoss, givesUp);
    }

    /**
     * Returns this attack with walks that end early: where even eight times as much growth a step as of late would not bring the
     * margin of the strongest rival past the decision boundary. That saves most of the steps on samples that stand.
     *
     * @return the changed attack
     */
    public Apgd givingUp() {
        return new Apgd(steps, restarts, loss, true);
    }

    /** Accepts every set: the first step is as long as the set is wide. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        Requirements.gradients(this, classifier);
        Requirements.classes(loss, classifier);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new WalksSearch(sample, loss, restarts, restart -> {
            float[] start = sample.input();
            region.draw(start, RandomStream.of(seed, sample.id(), "apgd", restart));
            Walk walk = new ApgdWalk(region, steps, start);
            return givesUp ? walk.givingUp(steps) : walk;
        });
    }

    /** Returns the settings, such as {@code APGD(steps=100, restarts=1, loss=crossEntropy)}. */
    @Override
    public String toString() {
        return "APGD(steps=" + steps + ", restarts=" + restarts + ", loss=" + loss + (givesUp ? ", giving up" : "")
                + ")";
    }
}
