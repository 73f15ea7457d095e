package org.robustest.perturbation;

import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;

/**
 * The region of an L∞ {@link NormBall}: for each value the floats between two bounds.
 *
 * <p>The bounds are the outermost floats that lie in the ball, so that clipping to them is exact: no point of the box is
 * further than ε from the input, in exact arithmetic.
 */
final class Box implements Region {

    /** More than the relative error of a sum in double. */
    private static final double SLACK = 1e-11;

    private final double radius;
    private final float[] center;
    private final float[] low;
    private final float[] high;

    private Box(double radius, float[] center, float[] low, float[] high) {
        this.radius = radius;
        this.center = center;
        this.low = low;
        this.high = high;
    }

    static Box around(float[] center, double epsilon, InputRange range) {
        float[] low = new float[center.length];
        float[] high = new float[center.length];
        for (int i = 0; i < center.length; i++) {
            low[i] = Math.max(range.low(), ceiling(center[i] - epsilon));
            high[i] = Math.min(range.high(), -ceiling(-center[i] - epsilon));
        }
        return new Box(epsilon, center, low, high);
    }

    /** Returns the smallest float that is not below a number. */
    private static float ceiling(double number) {
        float rounded = (float) number;
        return rounded < number ? Math.nextUp(rounded) : rounded;
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public void project(float[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(high[i], Math.max(low[i], point[i]));
        }
    }

    /** Adds {@code length * sign(gradient)}, the direction in which a linear function grows most for its L∞ norm. */
    @Override
    public void ascend(float[] point, float[] gradient, double length) {
        float step = (float) length;
        for (int i = 0; i < point.length; i++) {
            float moved = point[i] + step * Math.signum(gradient[i]);
            point[i] = Math.min(high[i], Math.max(low[i], moved));
        }
    }

    @Override
    public void maximize(float[] gradient, float[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = gradient[i] > 0 ? high[i] : gradient[i] < 0 ? low[i] : center[i];
        }
    }

    @Override
    public double dualNorm(float[] gradient) {
        double sum = 0;
        for (float partial : gradient) {
            sum += Math.abs((double) partial);
        }
        return sum;
    }

    @Override
    public void box(double[] lower, double[] upper) {
        for (int i = 0; i < center.length; i++) {
            lower[i] = low[i];
            upper[i] = high[i];
        }
    }

    @Override
    public double support(double[] weights) {
        double sum = 0;
        double terms = 0;
        for (int i = 0; i < center.length; i++) {
            double term = Math.max(weights[i] * low[i], weights[i] * high[i]);
            sum += term;
            terms += Math.abs(term);
        }
        return sum + terms * SLACK;
    }

    @Override
    public void draw(float[] point, RandomStream random) {
        for (int i = 0; i < point.length; i++) {
            double width = (double) high[i] - low[i];
            point[i] = Math.min(high[i], (float) (low[i] + width * random.nextDouble()));
        }
    }

    @Override
    public boolean contains(float[] point) {
        if (point.length != center.length) {
            return false;
        }
        for (int i = 0; i < point.length; i++) {
            if (!(point[i] >= low[i] && point[i] <= high[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double distance(float[] point) {
        double largest = 0;
        for (int i = 0; i < point.length; i++) {
            largest = Math.max(largest, Math.abs((double) point[i] - center[i]));
        }
        return largest;
    }
}
