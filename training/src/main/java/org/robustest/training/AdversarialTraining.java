package org.robustest.training;

import java.util.List;
import org.robustest.attack.Attack;
import org.robustest.attack.Pgd;
import org.robustest.perturbation.PerturbationSet;

/**
 * Adversarial training (Madry et al., "Towards Deep Learning Models Resistant to Adversarial Attacks", ICLR 2018):
 *
 * <pre>{@code κ CE(x) + (1 − κ) CE(x_adv)}</pre>
 *
 * <p>where {@code x_adv} is the point with the largest cross-entropy that an attack visits. With κ = ½, the default, it is the form
 * that Ma and Liang (2022) compare with; with 0, that of Madry et al. A step takes as many times as long as the attack visits
 * points. Immutable.
 */
public final class AdversarialTraining implements TrainingObjective {

    private final PerturbationSet set;
    private final Attack attack;
    private final double cleanShare;

    private AdversarialTraining(PerturbationSet set, Attack attack, double cleanShare) {
        this.set = set;
        this.attack = attack;
        this.cleanShare = cleanShare;
    }

    static AdversarialTraining within(PerturbationSet set) {
        return new AdversarialTraining(set, Pgd.withDefaults().withSteps(10).withRestarts(1), 0.5);
    }

    /**
     * Returns this objective with another attack.
     *
     * @param newAttack the attack; it goes on where it finds a counterexample, until it has nothing left to try. One that is too
     *     weak for a verdict may do, such as the paper's PGD, whose 10 steps of 0.01 do not cross a set of size 0.1
     * @return the changed objective
     */
    public AdversarialTraining by(Attack newAttack) {
        return new AdversarialTraining(set, newAttack, cleanShare);
    }

    /**
     * Returns this objective with another share of the cross-entropy of the unperturbed samples.
     *
     * @param newShare the share κ, from 0 to 1; the more, the more accurate and the less robust the model becomes
     * @return the changed objective
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public AdversarialTraining withCleanShare(double newShare) {
        return new AdversarialTraining(set, attack, Settings.share(newShare, "share of the unperturbed samples"));
    }

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        double adversarialShare = 1 - cleanShare;
        TrainingLoss loss = TrainingLoss.of(
                CrossEntropy.PART, CrossEntropy.shareWithGradients(batch, cleanShare, weight, gradients));
        if (adversarialShare == 0) {
            return loss;
        }
        TrainingBatch perturbed = batch.withInputs(WorstPoint.ofAll(attack, batch.regions(set), batch));
        return loss.plus(TrainingLoss.of(
                "adversarial", CrossEntropy.shareWithGradients(perturbed, adversarialShare, weight, gradients)));
    }

    /** Returns the settings, such as {@code adversarial(linf(0.1), clean=0.5, PGD(...))}. */
    @Override
    public String toString() {
        return "adversarial(" + set + ", clean=" + cleanShare + ", " + attack + ")";
    }
}
