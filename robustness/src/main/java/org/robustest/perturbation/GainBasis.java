package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/** The change {@code θ_c * x} of all values x of channel c. */
final class GainBasis implements Basis {

    private final float[] values;
    private final int channels;

    private GainBasis(Sample sample) {
        this.values = sample.input();
        this.channels = sample.shape().rank() == 1 ? 1 : sample.shape().dimension(0);
    }

    static DistortionSet set(double gain) {
        if (!(gain >= 0 && gain <= 1)) {
            throw new IllegalArgumentException("the gain of a lead may change by a fraction from 0 to 1, but it was "
                    + gain + "; a larger one would turn the lead over");
        }
        return DistortionSet.linear("leadGain(" + Epsilon.text(gain) + ")", Norm.LINF, gain, GainBasis::new);
    }

    @Override
    public Shape parameters() {
        return Shape.of(channels);
    }

    @Override
    public void apply(double[] parameters, double[] changes) {
        for (int i = 0; i < values.length; i++) {
            changes[i] = parameters[channel(i)] * values[i];
        }
    }

    @Override
    public void applyTransposed(double[] weights, double[] pulled) {
        Arrays.fill(pulled, 0);
        for (int i = 0; i < values.length; i++) {
            pulled[channel(i)] += weights[i] * values[i];
        }
    }

    private int channel(int index) {
        return index / (values.length / channels);
    }
}
