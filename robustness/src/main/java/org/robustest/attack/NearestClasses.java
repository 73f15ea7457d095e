package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Goes for the classes whose decision boundaries are nearest: the gradient of the margin {@code z_t - z_y} at the input
 * itself tells for each class t how far its boundary is if the model were affine, {@code (z_y - z_t) / ‖∇(z_t - z_y)‖} in
 * the dual norm. First comes one step to the best point of the set for each class, then, for the nearest, a walk of
 * {@linkplain Apgd APGD} on the margin from there.
 *
 * <p>An untargeted loss pushes to the class that has the largest logit, which need not be the one whose boundary is nearest;
 * that alone makes attacks miss on affine models, where this one finds a counterexample whenever there is one. The targets
 * are those of the targeted APGD of Croce and Hein (ICML 2020), for any number of classes, in the order of DeepFool
 * (Moosavi-Dezfooli et al., CVPR 2016). {@linkplain #withShrinkingSteps With shrinking steps} it is the MultiTargeted attack of
 * Gowal et al., "An Alternative Surrogate Loss for PGD-based Adversarial Testing" (2019), with momentum, and from two points for
 * each class.
 *
 * <p>That it finds nothing proves nothing: it is a search. It draws nothing at random.
 */
public final class NearestClasses implements Attack {

    private static final NearestClasses DEFAULT = new NearestClasses(4, 50, false, WalkLoss.MARGIN, false);

    private static final double LONG_STEP = 2;
    private static final double SHORT_STEP = 0.2;
    private static final double MOMENTUM = 0.75;

    private final int targets;
    private final int steps;
    private final boolean shrinks;
    private final WalkLoss walkLoss;
    private final boolean givesUp;

    private NearestClasses(int targets, int steps, boolean shrinks, WalkLoss walkLoss, boolean givesUp) {
        this.targets = targets;
        this.steps = steps;
        this.shrinks = shrinks;
        this.walkLoss = walkLoss;
        this.givesUp = givesUp;
    }

    /**
     * Returns the attack with one step to each class, and 50 steps to each of the nearest four.
     *
     * @return the default
     */
    public static NearestClasses withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of classes to walk to.
     *
     * @param newTargets how many of the nearest classes, from 0 (only the single steps); those there are, if there are fewer
     * @return the changed attack
     * @throws IllegalArgumentException if the number is negative
     */
    public NearestClasses withTargets(int newTargets) {
        return new NearestClasses(
                Settings.atLeast(0, newTargets, "number of targets"), steps, shrinks, walkLoss, givesUp);
    }

    /**
     * Returns this attack with walks of another length.
     *
     * @param newSteps the steps of each walk, at least 2
     * @return the changed attack
     * @throws IllegalArgumentException if there are fewer
     */
    public NearestClasses withSteps(int newSteps) {
        return new NearestClasses(
                targets, Settings.atLeast(2, newSteps, "number of steps of a walk"), shrinks, walkLoss, givesUp);
    }

    /**
     * Returns this attack with two walks to each of the nearest classes in place of one by APGD: from the best point for the class by
     * steps that are at first 2 ε long, and from the input by steps of at first ε/5. Both shrink like those of {@link
     * Pgd#withShrinkingSteps}, and follow a {@linkplain Pgd#withMomentum running sum} of the gradients, of which three quarters
     * are kept.
     *
     * <p>Models differ in which of them they fall to. Those by adversarial training fall to many short steps from the input, and
     * withstand long ones from the rim of the set, as in training; those trained to have small gradients fall to long ones, which
     * see beyond the flat around the input.
     *
     * @return the changed attack
     */
    public NearestClasses withShrinkingSteps() {
        return new NearestClasses(targets, steps, true, walkLoss, givesUp);
    }

    /**
     * Returns this attack with walks on the {@linkplain Loss#targetedDlr targeted difference of logits ratio} in place of the
     * margin, as in the targeted APGD of Croce and Hein. Models with fewer than 4 classes have no such ratio: there the walks
     * keep to the margin.
     *
     * @return the changed attack
     */
    public NearestClasses withTargetedDlr() {
        return new NearestClasses(targets, steps, shrinks, WalkLoss.TARGETED_DLR, givesUp);
    }

    /**
     * Returns this attack with walks that end early: where even eight times as much growth a step as of late would not bring the
     * margin of the strongest rival past the decision boundary. That saves most of the steps on samples that stand.
     *
     * @return the changed attack
     */
    public NearestClasses givingUp() {
        return new NearestClasses(targets, steps, shrinks, walkLoss, true);
    }

    /** Accepts every set: the first step reaches all of it. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        Requirements.gradients(this, classifier);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new NearestClassesSearch(this, sample, region);
    }

    int targets() {
        return targets;
    }

    /** Returns how many walks there are to each of the nearest classes: one from the best point, and perhaps one from the input. */
    int walksToEach() {
        return shrinks ? 2 : 1;
    }

    Walk walkFromBestPoint(Region region, float[] best) {
        return perhapsGivingUp(shrinks ? shrinking(LONG_STEP, region, best) : new ApgdWalk(region, steps, best));
    }

    Walk walkFromInput(Region region, float[] input) {
        return perhapsGivingUp(shrinking(SHORT_STEP, region, input));
    }

    private Walk shrinking(double firstLength, Region region, float[] start) {
        return new MomentumWalk(region, Schedule.shrinking(steps, firstLength), MOMENTUM, start);
    }

    private Walk perhapsGivingUp(Walk walk) {
        return givesUp ? walk.givingUp(steps) : walk;
    }

    Loss walkLoss(int target) {
        return walkLoss.to(target);
    }

    /** Returns the settings, such as {@code nearest classes(targets=4, steps=50)}. */
    @Override
    public String toString() {
        return "nearest classes(targets=" + targets + ", steps=" + steps + (shrinks ? " shrinking" : "") + walkLoss.text
                + (givesUp ? ", giving up" : "") + ")";
    }

    /** What the walks make grow. */
    private enum WalkLoss {
        MARGIN("") {
            @Override
            Loss to(int target) {
                return Loss.margin(target);
            }
        },
        TARGETED_DLR(", loss=targetedDlr or margin") {
            @Override
            Loss to(int target) {
                return Loss.targetedDlr(target).orElse(Loss.margin(target));
            }
        };

        private final String text;

        WalkLoss(String text) {
            this.text = text;
        }

        abstract Loss to(int target);
    }
}
