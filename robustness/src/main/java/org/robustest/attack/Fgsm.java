package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * One step: to the point of the set at which the loss would be largest if it were as linear as it looks from the input. In an
 * L∞ ball that is the fast gradient sign method (Goodfellow et al., "Explaining and Harnessing Adversarial Examples", ICLR 2015,
 * section 4), in others the same for their norm. For one step toward every class, see {@link
 * NearestClasses#withTargets NearestClasses.withDefaults().withTargets(0)}.
 *
 * <p>That it finds nothing proves nothing: it is a search, and a short one.
 */
public final class Fgsm implements Attack {

    private static final Fgsm DEFAULT = new Fgsm(Loss.crossEntropy());

    private final Loss loss;

    private Fgsm(Loss loss) {
        this.loss = loss;
    }

    /**
     * Returns the attack by one step up the cross-entropy.
     *
     * @return the default
     */
    public static Fgsm withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns the attack by one step toward every class, that with the largest logit first: as FGSM, on the margin of each
     * class.
     *
     * @return the attack, exact on affine models
     */
    public static Attack towardEveryClass() {
        return NearestClasses.withDefaults().withTargets(0);
    }

    /**
     * Returns this attack with another loss.
     *
     * @param newLoss what the step makes grow
     * @return the changed attack
     */
    public Fgsm withLoss(Loss newLoss) {
        return new Fgsm(newLoss);
    }

    /** Accepts every set: the step reaches all of it. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        Requirements.gradients(this, classifier);
        Requirements.classes(loss, classifier);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new FgsmSearch(loss, sample, region);
    }

    /** Returns the settings, such as {@code FGSM(loss=crossEntropy)}. */
    @Override
    public String toString() {
        return "FGSM(loss=" + loss + ")";
    }
}
