package org.robustest.attack;

import java.util.List;
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

    private static final Cascade STANDARD = Cascade.of(
            NearestClasses.withDefaults().withSteps(10).givingUp(),
            Pgd.withDefaults().withSteps(75).withMomentum(0.75).fromInput().givingUp(),
            NearestClasses.withDefaults().withSteps(100).withTargetedDlr().givingUp(),
            Apgd.withDefaults()
                    .withLoss(Loss.dlr().orElse(Loss.margin()))
                    .withRestarts(2)
                    .givingUp(),
            Apgd.withDefaults().givingUp());

    private static final Cascade GRADIENT_FREE = new Cascade(
            "gradient-free: ",
            List.of(
                    UniformNoise.withDefaults().withDraws(100),
                    Square.withDefaults(),
                    Spsa.withDefaults(),
                    HopSkipJump.withDefaults()));

    private final String kind;
    private final List<Attack> attacks;

    private Cascade(String kind, List<Attack> attacks) {
        this.kind = kind;
        this.attacks = attacks;
    }

    /**
     * Returns the attacks that are run unless others are asked for: {@link NearestClasses} with walks of 10 steps on the margin;
     * {@link Pgd} with momentum on the cross-entropy, from the input and from a random point, 75 steps of ε/10 each; {@link
     * NearestClasses} with walks of 100 steps on the targeted difference of logits ratio; and {@link Apgd} with two starts on
     * that ratio, and with one on the cross-entropy. All {@linkplain Apgd#givingUp give up} walks that will not arrive.
     *
     * <p>Most samples that fall do so within the first walks. Where walks begin and how far their steps reach differs, since
     * models do: those by adversarial training fall to many short steps from the input, when long ones from the rim of the set
     * arrive late or never; those trained to have small gradients the other way round. The ratio, which does not change with
     * the scale of the logits, finds what the margin and the cross-entropy miss on the latter, and on those with narrow bounds.
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
        return new Cascade("", List.of(attacks));
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
    public Search search(Sample sample, Region region, long seed) {
        return new CascadeSearch(attacks, sample, region, seed);
    }

    /** Returns the attacks in their order, such as {@code APGD(...), then PGD(...)}. */
    @Override
    public String toString() {
        return attacks.stream().map(Attack::toString).collect(Collectors.joining(", then ", kind, ""));
    }
}
