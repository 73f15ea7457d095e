package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.random.RandomStream;

/**
 * The region of an L∞ {@link NormBall}, or of one with a radius for each value: for each value the floats between two bounds.
 * The norm of the region is the largest change of a value, where a change counts for more the smaller its own radius is.
 *
 * <p>The bounds are the outermost floats that lie in the ball, so that clipping to them is exact: no point of the box is
 * further than ε from the input, in exact arithmetic.
 */
final class Box implements Region {

    /** More than the relative error of a sum in double. */
    private static final double SLACK = 1e-11;

    private final double radius;
    private final float[] center;
    private final double[] shares;
    private final Bounds outer;
    private final Bounds bounds;

    private Box(double radius, float[] center, double[] shares, Bounds outer, Bounds bounds) {
        this.radius = radius;
        this.center = center;
        this.shares = shares;
        this.outer = outer;
        this.bounds = bounds;
    }

    /** Creates the box in which no value changes by more than ε, cut to bounds. */
    static Box around(float[] center, double epsilon, Bounds bounds) {
        double[] radii = new double[center.length];
        Arrays.fill(radii, epsilon);
        return around(center, radii, bounds);
    }

    /** Creates the box in which each value may change by its own radius, cut to bounds. */
    static Box around(float[] center, double[] radii, Bounds bounds) {
        double largest = Arrays.stream(radii).max().orElse(0);
        double[] shares = new double[center.length];
        for (int i = 0; i < center.length; i++) {
            shares[i] = largest == 0 ? 1 : radii[i] / largest;
        }
        return new Box(largest, center, shares, bounds, bounds.around(center, radii));
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public Norm norm() {
        return Norm.LINF;
    }

    @Override
    public Region resized(double newRadius) {
        double[] radii = Arrays.stream(shares).map(share -> share * newRadius).toArray();
        return new Box(newRadius, center, shares, outer, outer.around(center, radii));
    }

    @Override
    public void project(float[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = bounds.clip(i, point[i]);
        }
    }

    /** Adds {@code length * share * sign(gradient)}, the direction in which a linear function grows most for its norm. */
    @Override
    public void ascend(float[] point, float[] gradient, double length) {
        for (int i = 0; i < point.length; i++) {
            float moved = point[i] + (float) (length * shares[i]) * Math.signum(gradient[i]);
            point[i] = bounds.clip(i, moved);
        }
    }

    @Override
    public void maximize(float[] gradient, float[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = gradient[i] > 0 ? bounds.high(i) : gradient[i] < 0 ? bounds.low(i) : center[i];
        }
    }

    @Override
    public double dualNorm(float[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += shares[i] * Math.abs((double) gradient[i]);
        }
        return sum;
    }

    @Override
    public void box(double[] lower, double[] upper) {
        for (int i = 0; i < center.length; i++) {
            lower[i] = bounds.low(i);
            upper[i] = bounds.high(i);
        }
    }

    @Override
    public double support(double[] weights) {
        double sum = 0;
        double terms = 0;
        for (int i = 0; i < center.length; i++) {
            double term = Math.max(weights[i] * bounds.low(i), weights[i] * bounds.high(i));
            sum += term;
            terms += Math.abs(term);
        }
        return sum + terms * SLACK;
    }

    @Override
    public void draw(float[] point, RandomStream random) {
        for (int i = 0; i < point.length; i++) {
            double width = (double) bounds.high(i) - bounds.low(i);
            point[i] = Math.min(bounds.high(i), (float) (bounds.low(i) + width * random.nextDouble()));
        }
    }

    @Override
    public boolean encloses(Region other) {
        return other instanceof Box box && bounds.enclose(box.bounds);
    }

    @Override
    public boolean contains(float[] point) {
        return bounds.contains(point);
    }

    @Override
    public double distance(float[] point) {
        double largest = 0;
        for (int i = 0; i < point.length; i++) {
            double change = Math.abs((double) point[i] - center[i]);
            largest = change == 0 ? largest : Math.max(largest, change / shares[i]);
        }
        return largest;
    }
}
