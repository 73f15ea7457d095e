package org.robustest.attack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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
                    NearestClasses.withDefaults().withSteps(10),
                    NearestClasses.withDefaults(),
                    Apgd.withDefaults(),
                    Pgd.withDefaults().withRestarts(1))
            .withScreening(0.5, 0.25, 0.12);

    private static final Cascade GRADIENT_FREE = new Cascade(
            "gradient-free: ",
            List.of(
                    UniformNoise.withDefaults().withDraws(100),
                    Square.withDefaults(),
                    Spsa.withDefaults(),
                    HopSkipJump.withDefaults()),
            List.of());

    private final String kind;
    private final List<Attack> attacks;
    private final List<Double> farShares;

    private Cascade(String kind, List<Attack> attacks, List<Double> farShares) {
        this.kind = kind;
        this.attacks = attacks;
        this.farShares = farShares;
    }

    /**
     * Returns the attacks that are run unless others are asked for: {@link NearestClasses} with walks of 10 steps; for those
     * samples whose margin that brings below half of what it was, {@link NearestClasses} with its defaults; for those below a
     * quarter, {@link Apgd} on the cross-entropy; and for those below an eighth, {@link Pgd} with one start.
     *
     * <p>On models for real heartbeats, of the samples that keep more than half of their margin in spite of ten steps towards
     * each class, no more than a few in a thousand fall to attacks that take ten times as long.
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
        return new Cascade("", List.of(attacks), List.of());
    }

    /**
     * Returns this cascade with an end after its first attacks for samples that these bring nowhere near to falling: their
     * margin {@code z_y - max z_j} has stayed above a share of what it was where the cascade began.
     *
     * @param shares the share of the margin after the first attack, after the second, and so on, each from 0 (all end there that
     *     still stand) to 1 (those that have gained nothing)
     * @return the changed cascade
     * @throws IllegalArgumentException if a share is not from 0 to 1, or there are as many as attacks or more
     */
    public Cascade withScreening(double... shares) {
        for (double share : shares) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "the share of the margin at which a sample counts as far from falling must be from 0 to 1, but it was "
                                + share);
            }
        }
        if (shares.length >= attacks.size()) {
            throw new IllegalArgumentException(
                    "there is a share for the end after each attack but the last, of which there are "
                            + (attacks.size() - 1) + ", but " + shares.length + " were given");
        }
        return new Cascade(kind, attacks, DoubleStream.of(shares).boxed().toList());
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
        return new CascadeSearch(attacks, farShares, sample, region, seed);
    }

    /** Returns the attacks in their order, such as {@code APGD(...), then PGD(...)}. */
    @Override
    public String toString() {
        String all = attacks.stream().map(Attack::toString).collect(Collectors.joining(", then ", kind, ""));
        return farShares.isEmpty() ? all : all + " (until the margin stays above " + farShares + " of what it was)";
    }
}
