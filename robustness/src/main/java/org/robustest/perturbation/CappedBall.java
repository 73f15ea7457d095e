package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/** The perturbations in an L2 or L1 ball that also change no value by more than a cap: the intersection with an L∞ ball. */
final class CappedBall implements PerturbationSet {

    private final NormBall ball;
    private final double cap;

    CappedBall(NormBall ball, double cap) {
        this.ball = ball;
        this.cap = cap;
    }

    @Override
    public double epsilon() {
        return ball.epsilon();
    }

    @Override
    public InputRange range() {
        return ball.range();
    }

    @Override
    public PerturbationSet within(InputRange range) {
        return new CappedBall(ball.within(range), cap);
    }

    @Override
    public PerturbationSet where(Mask mask) {
        return new MaskedSet(this, mask, (sample, free) -> around(free.gather(sample.input())));
    }

    @Override
    public Region around(Sample sample) {
        return around(sample.input());
    }

    private Region around(float[] input) {
        float[] center = ValidInput.in(ball.range(), input);
        double[] caps = new double[center.length];
        Arrays.fill(caps, cap);
        Bounds bounds = Bounds.of(ball.range(), center.length).around(center, caps);
        return ball.norm().around(center, ball.epsilon(), bounds);
    }

    /** Returns the expression that makes the set, such as {@code l2(0.5).and(linf(0.01)).within(0.0, 1.0)}. */
    @Override
    public String toString() {
        NormBall unbounded = ball.within(InputRange.UNBOUNDED);
        return unbounded + ".and(linf(" + Epsilon.text(cap) + "))" + ValidInput.text(ball.range());
    }
}
