package org.robustest.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Several attacks, one after the other, each on the samples that the earlier ones left standing: it breaks what any of them
 * breaks, at the cost of the cheapest that does.
 */
public final class Cascade implements Attack {

    private static final NearestClasses SHORT_WALKS =
            NearestClasses.withDefaults().withShrinkingSteps().withTargetedDlr().givingUp();

    private static final Cascade STANDARD = new Cascade(
            "",
            List.of(
                    SHORT_WALKS,
                    Pgd.withDefaults()
                            .withSteps(50)
                            .withRelativeStepSize(0.2)
                            .withShrinkingSteps()
                            .withMomentum(0.75)
                            .fromInput()
                            .givingUp(),
                    Fmn.withDefaults().givingUp(),
                    NearestClasses.withDefaults()
                            .withTargets(2)
                            .withSteps(100)
                            .withTargetedDlr()
                            .givingUp(),
                    Apgd.withDefaults()
                            .withLoss(Loss.dlr().orElse(Loss.margin()))
                            .withRestarts(2)
                            .givingUp(),
                    Apgd.withDefaults().givingUp()),
            Optional.of(SHORT_WALKS));

    private static final Cascade GRADIENT_FREE = new Cascade(
            "gradient-free: ",
            List.of(
                    UniformNoise.withDefaults().withDraws(100),
                    Square.withDefaults(),
                    Spsa.withDefaults(),
                    HopSkipJump.withDefaults()),
            Optional.empty());

    private final String kind;
    private final List<Attack> attacks;
    private final Optional<Attack> recheck;

    private Cascade(String kind, List<Attack> attacks, Optional<Attack> recheck) {
        this.kind = kind;
        this.attacks = attacks;
        this.recheck = recheck;
    }

    /**
     * Returns the attacks that are run unless others are asked for, all of which {@linkplain Pgd#givingUp give up} walks that will
     * not arrive:
     *
     * <ol>
     *   <li>{@link NearestClasses} by shrinking steps, to each of the nearest four from its best point and from the input, on the
     *       targeted difference of logits ratio;
     *   <li>{@link Pgd} by shrinking steps with momentum on the cross-entropy, from the input and from a random point;
     *   <li>{@link Fmn}, along the boundaries of the nearest two classes toward the input;
     *   <li>{@link NearestClasses} by 100 steps of APGD to the nearest two, on the targeted ratio;
     *   <li>{@link Apgd} from two random points on the ratio, and from one on the cross-entropy.
     * </ol>
     *
     * <p>On samples that stood in a larger set the first of them is all that is {@linkplain #recheck tried again}.
     *
     * <p>Most samples that fall do so within the first walks. Many short walks of several kinds break more than few long ones,
     * since models differ in what they fall to: those by adversarial training to short steps from the input, those trained to have
     * small gradients to long steps from the rim of the set, and to walks along the boundary from outside of it. The ratio does not
     * change with the scale of the logits.
     *
     * @return the standard cascade
     */
    public static Cascade standard() {
        return STANDARD;
    }

    /**
     * Returns the attacks that are run on models without gradients unless others are asked for: 100 draws of {@link
     * UniformNoise}, {@link Square}, {@link Spsa}, and for models that give little but labels {@link HopSkipJump}, each with its
     * defaults.
     *
     * @return the cascade of attacks that need no gradient
     */
    public static Cascade gradientFree() {
        return GRADIENT_FREE;
    }

    /**
     * Returns a cascade of attacks.
     *
     * @param attacks the attacks, the cheapest first; at least one
     * @return the cascade
     * @throws IllegalArgumentException if there is no attack
     */
    public static Cascade of(Attack... attacks) {
        Settings.atLeast(1, attacks.length, "number of attacks of a cascade");
        return new Cascade("", List.of(attacks), Optional.empty());
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        attacks.forEach(attack -> attack.requireAbleToSearch(set));
    }

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        attacks.forEach(attack -> attack.requireAbleToAttack(classifier));
    }

    @Override
    public Attack recheck() {
        return recheck.orElse(this);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new CascadeSearch(attacks, sample, region, seed);
    }

    /** Returns the attacks in their order, such as {@code APGD(...), then PGD(...)}. */
    @Override
    public String toString() {
        return attacks.stream().map(Attack::toString).collect(Collectors.joining(", then ", kind, ""));
    }
}
