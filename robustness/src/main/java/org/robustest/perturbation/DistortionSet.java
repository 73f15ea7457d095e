package org.robustest.perturbation;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/**
 * The distortions of each input by parameters of bounded norm. A range does not restrict the parameters: a value that would
 * leave it stays at its end, as in a recorder that saturates.
 */
final class DistortionSet implements PerturbationSet {

    private final String text;
    private final Norm norm;
    private final double epsilon;
    private final Function<Sample, Distortion> distortions;
    private final Optional<Mask> mask;
    private final InputRange range;

    private DistortionSet(
            String text,
            Norm norm,
            double epsilon,
            Function<Sample, Distortion> distortions,
            Optional<Mask> mask,
            InputRange range) {
        this.text = text;
        this.norm = norm;
        this.epsilon = epsilon;
        this.distortions = distortions;
        this.mask = mask;
        this.range = range;
    }

    /** Creates the set of the distortions whose parameters have a norm of at most ε. */
    static DistortionSet of(String text, Norm norm, double epsilon, Function<Sample, Distortion> distortions) {
        Epsilon.requireValid(epsilon, "bound of " + text);
        return new DistortionSet(text, norm, epsilon, distortions, Optional.empty(), InputRange.UNBOUNDED);
    }

    /** Creates the set of the changes {@code B θ} for parameters θ whose norm is at most ε. */
    static DistortionSet linear(String text, Norm norm, double epsilon, Function<Sample, Basis> bases) {
        return of(text, norm, epsilon, sample -> new LinearDistortion(bases.apply(sample), norm, epsilon));
    }

    @Override
    public double epsilon() {
        return epsilon;
    }

    @Override
    public InputRange range() {
        return range;
    }

    @Override
    public PerturbationSet within(InputRange newRange) {
        return new DistortionSet(text, norm, epsilon, distortions, mask, newRange);
    }

    @Override
    public PerturbationSet where(Mask other) {
        Mask both = mask.map(first -> first.and(other)).orElse(other);
        return new DistortionSet(text, norm, epsilon, distortions, Optional.of(both), range);
    }

    @Override
    public Region around(Sample sample) {
        float[] center = ValidInput.in(range, sample.input());
        BitSet free = new BitSet(center.length);
        mask.ifPresentOrElse(given -> free.or(given.of(sample.shape()).toBitSet()), () -> free.set(0, center.length));
        Distortion distortion = distortions.apply(sample);
        float[] origin = new float[distortion.parameters().size()];
        Region parameters = norm.around(origin, epsilon, Bounds.of(InputRange.UNBOUNDED, origin.length));
        return new DistortionRegion(center, free, range, distortion, parameters);
    }

    /** Returns the expression that makes the set, such as {@code smooth(0.05).where(channels(0))}. */
    @Override
    public String toString() {
        return text + mask.map(given -> ".where(" + given + ")").orElse("") + ValidInput.text(range);
    }
}
