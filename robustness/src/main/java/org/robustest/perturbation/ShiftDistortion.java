package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/**
 * A shift of all channels by the same time s: the value at time t becomes that at t - s, between two values that of the line
 * through them, and beyond an end that of the end.
 */
final class ShiftDistortion implements Distortion {

    private final float[] values;
    private final Signal signal;
    private final double largest;

    private ShiftDistortion(Sample sample, double largest) {
        this.values = sample.input();
        this.signal = Signal.of(sample.shape(), "a shift in time");
        this.largest = largest;
    }

    static DistortionSet set(double largest) {
        Epsilon.requireValid(largest, "largest shift");
        String text = "timeShift(" + Epsilon.text(largest) + ")";
        return DistortionSet.of(text, Norm.LINF, largest, sample -> new ShiftDistortion(sample, largest));
    }

    @Override
    public Shape parameters() {
        return Shape.of(1);
    }

    @Override
    public void apply(float[] parameters, double[] changes) {
        for (int i = 0; i < values.length; i++) {
            double time = i % signal.length() - (double) parameters[0];
            int before = (int) Math.floor(time);
            double share = time - before;
            changes[i] = (1 - share) * (value(i, before) - values[i]) + share * (value(i, before + 1) - values[i]);
        }
    }

    /** Returns the value at a time in the channel of a value. */
    private double value(int index, int time) {
        int start = index - index % signal.length();
        return values[start + Math.min(signal.length() - 1, Math.max(0, time))];
    }

    /** The slope of the line between two values; where two lines meet, that of the later one. */
    @Override
    public void pullBack(float[] parameters, double[] inputGradient, double[] gradient) {
        gradient[0] = 0;
        for (int i = 0; i < values.length; i++) {
            int before = (int) Math.floor(i % signal.length() - (double) parameters[0]);
            gradient[0] -= inputGradient[i] * (value(i, before + 1) - value(i, before));
        }
    }

    @Override
    public void bound(double[] lowest, double[] highest) {
        int reach = (int) Math.ceil(Math.min(largest, signal.length()));
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            for (int shift = -reach; shift <= reach; shift++) {
                double change = value(i, i % signal.length() - shift) - values[i];
                lowest[i] = Math.min(lowest[i], change);
                highest[i] = Math.max(highest[i], change);
            }
        }
    }

    /** Takes the largest or smallest change of each value, whether or not one shift gives them all. */
    @Override
    public double support(double[] weights) {
        double[] lowest = new double[values.length];
        double[] highest = new double[values.length];
        bound(lowest, highest);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.max(weights[i] * lowest[i], weights[i] * highest[i]);
        }
        return sum;
    }
}
