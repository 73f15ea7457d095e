package org.robustest.jqwik;

import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A perturbed sample that shrinks: first in size, then in the number of coordinates that are changed. A
 * {@link ShrinkingStage} says what is left to try; it takes for granted that jqwik tries the candidates in their order and goes on
 * from the first that still fails.
 */
final class ShrinkablePerturbation implements Shrinkable<PerturbedSample> {

    /** So finely is the size measured: more than a float can tell. */
    private static final double UNITS = 1L << 40;

    private final PerturbedSample value;
    private final ShrinkingStage stage;

    ShrinkablePerturbation(PerturbedSample value) {
        this(value, new ShrinkingStage.Start());
    }

    ShrinkablePerturbation(PerturbedSample value, ShrinkingStage stage) {
        this.value = value;
        this.stage = stage;
    }

    @Override
    public PerturbedSample value() {
        return value;
    }

    @Override
    public Stream<Shrinkable<PerturbedSample>> shrink() {
        return stage.candidates(value).map(each -> each);
    }

    @Override
    public ShrinkingDistance distance() {
        double radius = value.region().radius();
        double share = radius == 0 ? 0 : value.size() / radius;
        return ShrinkingDistance.of((long) (share * UNITS), value.changed());
    }
}
