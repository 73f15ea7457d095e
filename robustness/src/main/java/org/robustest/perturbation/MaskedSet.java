package org.robustest.perturbation;

import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/** A set of which only the perturbations are left that change no value outside of a mask. */
final class MaskedSet implements PerturbationSet {

    /** Builds the region of the values that may change. */
    interface Slice {

        Region around(Sample sample, Coordinates free);
    }

    private final PerturbationSet whole;
    private final Mask mask;
    private final Slice slice;

    MaskedSet(PerturbationSet whole, Mask mask, Slice slice) {
        this.whole = whole;
        this.mask = mask;
        this.slice = slice;
    }

    @Override
    public double epsilon() {
        return whole.epsilon();
    }

    @Override
    public InputRange range() {
        return whole.range();
    }

    @Override
    public PerturbationSet within(InputRange range) {
        return whole.within(range).where(mask);
    }

    @Override
    public PerturbationSet where(Mask other) {
        return whole.where(mask.and(other));
    }

    @Override
    public Region around(Sample sample) {
        Coordinates free = mask.of(sample.shape());
        float[] center = ValidInput.in(whole.range(), sample.input());
        return new MaskedRegion(center, free, slice.around(sample, free));
    }

    /** Returns the expression that makes the set, such as {@code linf(0.01).where(channels(0))}. */
    @Override
    public String toString() {
        return whole + ".where(" + mask + ")";
    }
}
