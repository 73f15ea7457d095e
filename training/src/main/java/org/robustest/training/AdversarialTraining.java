package org.robustest.training;

import java.util.List;
import org.robustest.attack.Attack;
import org.robustest.attack.Pgd;
import org.robustest.perturbation.PerturbationSet;

/**
 * Adversarial training (Madry et al., "Towards Deep Learning Models Resistant to Adversarial Attacks", ICLR 2018), in the
 * form that Ma and Liang (2022) compare with: {@code ½ CE(x) + ½ CE(x_adv)}, where {@code x_adv} is the point with the largest
 * cross-entropy that an attack visits. A step takes as many times as long as the attack visits points. Immutable.
 */
public final class AdversarialTraining implements TrainingObjective {

    private final PerturbationSet set;
    private final Attack attack;

    private AdversarialTraining(PerturbationSet set, Attack attack) {
        this.set = set;
        this.attack = attack;
    }

    static AdversarialTraining within(PerturbationSet set) {
        return new AdversarialTraining(set, Pgd.withDefaults().withSteps(10).withRestarts(1));
    }

    /**
     * Returns this objective with another attack.
     *
     * @param newAttack the attack; it goes on where it finds a counterexample, until it has nothing left to try. One that is too
     *     weak for a verdict may do, such as the paper's PGD, whose 10 steps of 0.01 do not cross a set of size 0.1
     * @return the changed objective
     */
    public AdversarialTraining by(Attack newAttack) {
        return new AdversarialTraining(set, newAttack);
    }

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        TrainingBatch perturbed = batch.withInputs(WorstPoint.ofAll(attack, batch.regions(set), batch));
        double clean = CrossEntropy.meanWithGradients(batch, 0.5 * weight, gradients);
        double adversarial = CrossEntropy.meanWithGradients(perturbed, 0.5 * weight, gradients);
        return TrainingLoss.of(CrossEntropy.PART, 0.5 * clean).plus(TrainingLoss.of("adversarial", 0.5 * adversarial));
    }

    /** Returns the settings, such as {@code adversarial(linf(0.1), PGD(...))}. */
    @Override
    public String toString() {
        return "adversarial(" + set + ", " + attack + ")";
    }
}
