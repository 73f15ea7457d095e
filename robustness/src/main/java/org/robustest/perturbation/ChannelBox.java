package org.robustest.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/**
 * The box around each input in which every channel has a bound of its own: no value of channel c changes by more than
 * {@code epsilons[c]}.
 */
final class ChannelBox implements PerturbationSet {

    private final List<Double> epsilons;
    private final InputRange range;

    ChannelBox(double... epsilons) {
        this(Arrays.stream(epsilons).boxed().toList(), InputRange.UNBOUNDED);
        if (epsilons.length == 0) {
            throw new IllegalArgumentException(
                    "linfPerChannel needs a bound for each channel, such as linfPerChannel(0.02, 0.05), but got none");
        }
    }

    private ChannelBox(List<Double> epsilons, InputRange range) {
        epsilons.forEach(Epsilon::requireValid);
        this.epsilons = epsilons;
        this.range = range;
    }

    @Override
    public double epsilon() {
        return epsilons.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    @Override
    public InputRange range() {
        return range;
    }

    @Override
    public PerturbationSet within(InputRange newRange) {
        return new ChannelBox(epsilons, newRange);
    }

    @Override
    public PerturbationSet where(Mask mask) {
        return new MaskedSet(
                this,
                mask,
                (sample, free) ->
                        around(free.gather(sample.input()), changing(free.gather(radii(sample.shape())), mask)));
    }

    /** Returns the bounds of the values that a mask selects, of which one at least may change if one may without the mask. */
    private double[] changing(double[] radii, Mask mask) {
        if (epsilon() > 0 && Arrays.stream(radii).allMatch(radius -> radius == 0)) {
            throw new IllegalArgumentException("the mask " + mask + " selects only values whose bound in " + this
                    + " is 0, so that nothing would be perturbed; channels count from 0");
        }
        return radii;
    }

    @Override
    public Region around(Sample sample) {
        return around(sample.input(), radii(sample.shape()));
    }

    private Region around(float[] input, double[] radii) {
        return Box.around(ValidInput.in(range, input), radii, Bounds.of(range, input.length));
    }

    private double[] radii(Shape shape) {
        int channels = shape.rank() == 1 ? 1 : shape.dimension(0);
        if (channels != epsilons.size()) {
            throw new IllegalArgumentException(this + " has bounds for " + epsilons.size()
                    + " channels, but an input of shape " + shape + " has " + channels
                    + "; give one bound for each channel, 0 for one that is not to change");
        }
        double[] radii = new double[shape.size()];
        int size = radii.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            Arrays.fill(radii, channel * size, (channel + 1) * size, epsilons.get(channel));
        }
        return radii;
    }

    /** Returns the expression that makes the set, such as {@code linfPerChannel(0.02, 0.05)}. */
    @Override
    public String toString() {
        return epsilons.stream().map(Epsilon::text).collect(Collectors.joining(", ", "linfPerChannel(", ")"))
                + ValidInput.text(range);
    }
}
