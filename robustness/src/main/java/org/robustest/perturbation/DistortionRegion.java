package org.robustest.perturbation;

import java.util.BitSet;
import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/**
 * The region of a {@link DistortionSet}: its points are the parameters of the distortion.
 *
 * <p>Distorted values are rounded towards those of the input, so that none changes by more than its distortion.
 */
final class DistortionRegion implements Region {

    /** More than the relative error of a sum in double. */
    private static final double SLACK = 1e-11;

    private final float[] center;
    private final BitSet free;
    private final InputRange range;
    private final Distortion distortion;
    private final Region parameters;

    /** The bounds on the changes, once they have been asked for; empty before. */
    private double[] lowest = {};

    private double[] highest = {};

    /** Creates the region around an input, which is not to be changed from now on, of which some values are free to change. */
    DistortionRegion(float[] center, BitSet free, InputRange range, Distortion distortion, Region parameters) {
        this.center = center;
        this.free = free;
        this.range = range;
        this.distortion = distortion;
        this.parameters = parameters;
    }

    @Override
    public Sample origin(Sample sample) {
        return sample.withInput(
                distortion.parameters(), new float[distortion.parameters().size()]);
    }

    @Override
    public void toInput(float[] point, float[] input) {
        double[] changes = new double[center.length];
        distortion.apply(point, changes);
        for (int i = 0; i < center.length; i++) {
            input[i] = free.get(i) ? clip(moved(center[i], changes[i])) : center[i];
        }
    }

    private static float moved(float value, double change) {
        float moved = (float) (value + change);
        boolean isTooFar = Math.abs((double) moved - value) > Math.abs(change);
        return isTooFar ? Math.nextAfter(moved, value) : moved;
    }

    private float clip(float value) {
        return Math.min(range.high(), Math.max(range.low(), value));
    }

    /** A value that is at an end of the range, for now, does not depend on the parameters. */
    @Override
    public void pullBack(float[] point, float[] inputGradient, float[] gradient) {
        double[] changes = new double[center.length];
        distortion.apply(point, changes);
        double[] slopes = new double[center.length];
        for (int i = 0; i < center.length; i++) {
            double value = center[i] + changes[i];
            boolean follows = free.get(i) && range.low() <= value && value <= range.high();
            slopes[i] = follows ? inputGradient[i] : 0;
        }
        double[] pulled = new double[gradient.length];
        distortion.pullBack(point, slopes, pulled);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) pulled[i];
        }
    }

    /** Bounds the changes, which takes a pass of the distortion for each value, and so is done once. */
    private synchronized void boundChanges() {
        if (lowest.length == 0) {
            double[] newLowest = new double[center.length];
            double[] newHighest = new double[center.length];
            distortion.bound(newLowest, newHighest);
            lowest = newLowest;
            highest = newHighest;
        }
    }

    @Override
    public void box(double[] lower, double[] upper) {
        boundChanges();
        for (int i = 0; i < center.length; i++) {
            boolean isFree = free.get(i);
            double slack = SLACK * (Math.abs(center[i]) + Math.max(-lowest[i], highest[i]));
            lower[i] = isFree ? Math.max(range.low(), center[i] + lowest[i] - slack) : center[i];
            upper[i] = isFree ? Math.min(range.high(), center[i] + highest[i] + slack) : center[i];
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Without a range this is the maximum. A value that the range may cut off is bounded by a line over all of its changes:
     * the one through the farthest change against the sign of its weight, cut off, and the farthest with it. Where the box
     * says more than the lines together, it is taken.
     */
    @Override
    public double support(double[] weights) {
        boundChanges();
        double[] slopes = new double[center.length];
        double fixed = 0;
        double offsets = 0;
        double ofBox = 0;
        double rounding = 0;
        for (int i = 0; i < center.length; i++) {
            fixed += weights[i] * center[i];
            if (free.get(i)) {
                double low = Math.max(lowest[i], (double) range.low() - center[i]);
                double high = Math.min(highest[i], (double) range.high() - center[i]);
                double start = weights[i] > 0 ? lowest[i] : highest[i];
                double startCut = weights[i] > 0 ? low : high;
                double end = weights[i] > 0 ? high : low;
                double slope = end == start ? 0 : (end - startCut) / (end - start);
                slopes[i] = weights[i] * slope;
                offsets += weights[i] * (startCut - slope * start);
                ofBox += weights[i] * end;
            }
            double size = Math.abs(center[i]) + Math.max(-lowest[i], highest[i]);
            rounding += Math.abs(weights[i]) * (Math.ulp((float) size) + SLACK * size);
        }
        return fixed + Math.min(offsets + distortion.support(slopes), ofBox) + rounding;
    }

    /** {@inheritDoc} Exact for a distortion that is linear, but for the range. */
    @Override
    public void farthest(float[] weights, float[] input) {
        float[] point = new float[distortion.parameters().size()];
        float[] gradient = new float[point.length];
        pullBack(point, weights, gradient);
        parameters.maximize(gradient, point);
        toInput(point, input);
    }

    @Override
    public boolean locate(float[] input, float[] point) {
        return false;
    }

    @Override
    public double radius() {
        return parameters.radius();
    }

    @Override
    public Norm norm() {
        return parameters.norm();
    }

    @Override
    public Region resized(double newRadius) {
        return new DistortionRegion(center, free, range, distortion, parameters.resized(newRadius));
    }

    @Override
    public void project(float[] point) {
        parameters.project(point);
    }

    @Override
    public void ascend(float[] point, float[] gradient, double length) {
        parameters.ascend(point, gradient, length);
    }

    @Override
    public void maximize(float[] gradient, float[] point) {
        parameters.maximize(gradient, point);
    }

    @Override
    public double dualNorm(float[] gradient) {
        return parameters.dualNorm(gradient);
    }

    @Override
    public void draw(float[] point, RandomStream random) {
        parameters.draw(point, random);
    }

    /** {@inheritDoc} Distortions cannot be compared. */
    @Override
    public boolean encloses(Region other) {
        return other == this;
    }

    @Override
    public boolean contains(float[] point) {
        return parameters.contains(point);
    }

    @Override
    public double distance(float[] point) {
        return parameters.distance(point);
    }
}
