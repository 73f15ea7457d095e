package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * Projected gradient descent: from a random point of the perturbation set, steps of a fixed length in the direction in
 * which the loss grows fastest, projected back onto the set (Madry et al., "Towards Deep Learning Models Resistant to
 * Adversarial Attacks", ICLR 2018, section 2.1). With momentum it is the attack of Dong et al., "Boosting Adversarial
 * Attacks with Momentum" (CVPR 2018, algorithm 1), within any set and from any start.
 *
 * <p>That it finds nothing proves nothing: it is a search.
 */
public final class Pgd implements Attack {

    private static final Pgd DEFAULT =
            new Pgd(new Schedule(100, 0.1, true, false), 0, 2, false, Loss.crossEntropy(), false);

    private final Schedule schedule;
    private final double momentum;
    private final int restarts;
    private final boolean startsAtInput;
    private final Loss loss;
    private final boolean givesUp;

    private Pgd(Schedule schedule, double momentum, int restarts, boolean startsAtInput, Loss loss, boolean givesUp) {
        this.schedule = schedule;
        this.momentum = momentum;
        this.restarts = restarts;
        this.startsAtInput = startsAtInput;
        this.loss = loss;
        this.givesUp = givesUp;
    }

    /**
     * Returns the attack with two random starts, each followed by 100 steps of length ε/10 on the cross-entropy.
     *
     * @return the default
     */
    public static Pgd withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of steps.
     *
     * @param newSteps the steps after each start, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is no step
     */
    public Pgd withSteps(int newSteps) {
        Settings.atLeast(1, newSteps, "number of steps of PGD");
        return new Pgd(schedule.withSteps(newSteps), momentum, restarts, startsAtInput, loss, givesUp);
    }

    /**
     * Returns this attack with steps of a given length, whatever the size of the set.
     *
     * @param length the length of a step in the norm of the set, positive and finite, in the unit of the inputs
     * @return the changed attack
     * @throws IllegalArgumentException if the length is not positive and finite
     */
    public Pgd withStepSize(double length) {
        return new Pgd(schedule.withFirstLength(length, false), momentum, restarts, startsAtInput, loss, givesUp);
    }

    /**
     * Returns this attack with steps whose length is a fraction of ε.
     *
     * @param fraction the length of a step divided by ε, positive and finite
     * @return the changed attack
     * @throws IllegalArgumentException if the fraction is not positive and finite
     */
    public Pgd withRelativeStepSize(double fraction) {
        return new Pgd(schedule.withFirstLength(fraction, true), momentum, restarts, startsAtInput, loss, givesUp);
    }

    /**
     * Returns this attack with steps that shrink: the first is as long as without this, and each of those that follow is shorter by
     * the same amount, so that one more would have no length. Long steps get far, short ones do not overshoot.
     *
     * @return the changed attack
     */
    public Pgd withShrinkingSteps() {
        return new Pgd(schedule.withShrinking(), momentum, restarts, startsAtInput, loss, givesUp);
    }

    /**
     * Returns this attack with steps that follow a running sum of the gradients instead of the last one alone: each gradient is
     * divided by its dual norm and added to the sum, of which a share is kept. That evens out what changes from step to step,
     * and finds counterexamples that lie behind a surface on which single gradients point to and fro.
     *
     * @param decay the share of the sum that is kept at each step, from 0 (the last gradient alone) to 1
     * @return the changed attack
     * @throws IllegalArgumentException if the share is below 0 or above 1
     */
    public Pgd withMomentum(double decay) {
        Settings.share(decay, "momentum of PGD");
        return new Pgd(schedule, decay, restarts, startsAtInput, loss, givesUp);
    }

    /**
     * Returns this attack with another number of starts.
     *
     * @param newRestarts how often to start from a random point, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is no start
     */
    public Pgd withRestarts(int newRestarts) {
        Settings.atLeast(1, newRestarts, "number of restarts of PGD");
        return new Pgd(schedule, momentum, newRestarts, startsAtInput, loss, givesUp);
    }

    /**
     * Returns this attack with its first start at the input itself; further ones are at random points.
     *
     * @return the changed attack
     */
    public Pgd fromInput() {
        return new Pgd(schedule, momentum, restarts, true, loss, givesUp);
    }

    /**
     * Returns this attack with another loss.
     *
     * @param newLoss what the steps make grow
     * @return the changed attack
     */
    public Pgd withLoss(Loss newLoss) {
        return new Pgd(schedule, momentum, restarts, startsAtInput, newLoss, givesUp);
    }

    /**
     * Returns this attack with walks that end early: where even eight times as much growth a step as of late would not bring the
     * margin of the strongest rival past the decision boundary. That saves most of the steps on samples that stand.
     *
     * @return the changed attack
     */
    public Pgd givingUp() {
        return new Pgd(schedule, momentum, restarts, startsAtInput, loss, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the steps together are too short to cross the set from one side to the other:
     *     such a search cannot reach all of it, and makes a model look robust
     */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        double reach = schedule.sum(set.epsilon());
        // A millionth of slack, so that 20 steps of epsilon/10 are not refused for the rounding of 0.1.
        if (reach * (1 + 1e-6) < 2 * set.epsilon()) {
            throw new IllegalArgumentException(this + " cannot cross " + set + ": its steps add up to " + reach
                    + ", and from one side of the set to the other it is " + 2 * set.epsilon()
                    + "; use more steps (withSteps) or longer ones (withRelativeStepSize)");
        }
    }

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        Requirements.gradients(this, classifier);
        Requirements.classes(loss, classifier);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new WalksSearch(sample, loss, restarts, restart -> {
            float[] start = sample.input();
            if (restart > 0 || !startsAtInput) {
                region.draw(start, RandomStream.of(seed, sample.id(), "pgd", restart));
            }
            Walk walk = new MomentumWalk(region, schedule, momentum, start);
            return givesUp ? walk.givingUp(schedule.steps()) : walk;
        });
    }

    Schedule schedule() {
        return schedule;
    }

    /** Returns the settings, such as {@code PGD(steps=100, stepSize=0.1*epsilon, restarts=2, loss=crossEntropy)}. */
    @Override
    public String toString() {
        return "PGD(steps=" + schedule.steps() + ", stepSize=" + schedule.sizes()
                + (momentum > 0 ? ", momentum=" + momentum : "")
                + ", restarts=" + restarts + (startsAtInput ? ", first=input" : "") + ", loss=" + loss
                + (givesUp ? ", giving up" : "") + ")";
    }
}
