package org.robustest.perturbation;

import java.util.function.Function;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/** A set that is another one for each sample. */
final class PerSample implements PerturbationSet {

    private final String text;
    private final double largest;
    private final InputRange range;
    private final Function<Sample, PerturbationSet> sets;

    PerSample(String name, double largest, Function<Sample, PerturbationSet> sets) {
        this(
                "perSample(\"" + name + "\", " + Epsilon.text(Epsilon.requireValid(largest)) + ")",
                largest,
                InputRange.UNBOUNDED,
                sets);
        if (name.isBlank()) {
            throw new IllegalArgumentException("perSample needs a name that is not blank: it stands for the function in"
                    + " reports, and tells this set from others");
        }
    }

    private PerSample(String text, double largest, InputRange range, Function<Sample, PerturbationSet> sets) {
        this.text = text;
        this.largest = largest;
        this.range = range;
        this.sets = sets;
    }

    @Override
    public double epsilon() {
        return largest;
    }

    @Override
    public InputRange range() {
        return range;
    }

    @Override
    public PerturbationSet within(InputRange newRange) {
        return new PerSample(text, largest, newRange, sets);
    }

    @Override
    public PerturbationSet where(Mask mask) {
        return new PerSample(text + ".where(" + mask + ")", largest, range, sets.andThen(set -> set.where(mask)));
    }

    @Override
    public Region around(Sample sample) {
        PerturbationSet set = sets.apply(sample);
        if (set.epsilon() > largest) {
            throw new IllegalArgumentException("for the sample " + sample.id() + ", " + text + " gave " + set
                    + ", whose bound is larger than the largest one declared, " + Epsilon.text(largest)
                    + "; declare a larger one");
        }
        return (range.isBounded() ? set.within(range) : set).around(sample);
    }

    /** Returns the name and the largest bound: {@code perSample("a tenth of the peak", 0.5)}. */
    @Override
    public String toString() {
        return text + ValidInput.text(range);
    }
}
