package org.robustest.attack;

import java.util.List;
import java.util.stream.Collectors;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Several attacks, one after the other, each on the samples that the earlier ones left standing: it breaks what any of them
 * breaks, at the cost of the cheapest that does.
 */
public final class Cascade implements Attack {

    private static final Cascade STANDARD = Cascade.of(
            NearestClasses.withDefaults(),
            Apgd.withDefaults(),
            Pgd.withDefaults().withRestarts(1));

    private final List<Attack> attacks;

    private Cascade(List<Attack> attacks) {
        this.attacks = attacks;
    }

    /**
     * Returns the attacks that are run unless others are asked for: {@link NearestClasses}, {@link Apgd} on the
     * cross-entropy, and {@link Pgd}, each with its defaults, PGD with one start.
     *
     * @return the standard cascade
     */
    public static Cascade standard() {
        return STANDARD;
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
        return new Cascade(List.of(attacks));
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        attacks.forEach(attack -> attack.requireAbleToSearch(set));
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new CascadeSearch(attacks, sample, region, seed);
    }

    /** Returns the attacks in their order, such as {@code APGD(...), then PGD(...)}. */
    @Override
    public String toString() {
        return attacks.stream().map(Attack::toString).collect(Collectors.joining(", then "));
    }
}
