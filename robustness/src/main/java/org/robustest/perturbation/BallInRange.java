package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.random.RandomStream;

/**
 * The region of an L2 or L1 {@link NormBall}: the ball cut to the range that each value may be in. Projection is onto the intersection itself, not
 * onto one after the other.
 *
 * <p>Points are rounded towards the input, and norms away from 0, so that a point of the region is not further than ε from
 * the input in exact arithmetic.
 */
final class BallInRange implements Region {

    /** More than the relative error of a sum in double. */
    private static final double SUPPORT_SLACK = 1e-11;

    private final float[] center;
    private final Length length;
    private final double radius;
    private final Bounds bounds;

    /** More than the relative error of a norm that is computed in double. */
    private final double slack;

    /** Creates the region around an input within the bounds, which is not to be changed from now on. */
    BallInRange(float[] center, Length length, double radius, Bounds bounds) {
        this.center = center;
        this.length = length;
        this.radius = radius;
        this.bounds = bounds;
        this.slack = (center.length + 4) * Math.ulp(1.0);
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public Norm norm() {
        return length.norm();
    }

    @Override
    public Region resized(double newRadius) {
        return new BallInRange(center, length, newRadius, bounds);
    }

    @Override
    public void project(float[] point) {
        if (!contains(point)) {
            projectChanges(changes(point), point);
        }
    }

    private double[] changes(float[] point) {
        double[] changes = new double[center.length];
        for (int i = 0; i < center.length; i++) {
            changes[i] = (double) point[i] - center[i];
        }
        return changes;
    }

    private void projectChanges(double[] changes, float[] point) {
        double[] sizes = sizes(changes);
        length.project(sizes, rooms(center, changes), innerRadius());
        place(sizes, changes, point);
    }

    private static double[] sizes(double[] changes) {
        double[] sizes = new double[changes.length];
        for (int i = 0; i < changes.length; i++) {
            sizes[i] = Math.abs(changes[i]);
        }
        return sizes;
    }

    /** Returns how far each value may go in the direction of its change before it leaves its bounds. */
    private double[] rooms(float[] from, double[] changes) {
        double[] rooms = new double[changes.length];
        for (int i = 0; i < changes.length; i++) {
            rooms[i] = changes[i] < 0 ? (double) from[i] - bounds.low(i) : (double) bounds.high(i) - from[i];
        }
        return rooms;
    }

    private double innerRadius() {
        return radius * (1 - 2 * slack);
    }

    private void place(double[] sizes, double[] signs, float[] point) {
        for (int i = 0; i < point.length; i++) {
            float moved = (float) (center[i] + (signs[i] < 0 ? -sizes[i] : sizes[i]));
            boolean isTooFar = Math.abs((double) moved - center[i]) > sizes[i];
            point[i] = isTooFar ? Math.nextAfter(moved, center[i]) : moved;
        }
    }

    @Override
    public void ascend(float[] point, float[] gradient, double stepLength) {
        double[] direction = toDouble(gradient);
        double[] step = new double[point.length];
        length.maximize(sizes(direction), rooms(point, direction), stepLength, step);
        double[] changes = changes(point);
        for (int i = 0; i < changes.length; i++) {
            changes[i] += direction[i] < 0 ? -step[i] : step[i];
        }
        projectChanges(changes, point);
    }

    @Override
    public void maximize(float[] gradient, float[] point) {
        double[] direction = toDouble(gradient);
        double[] sizes = new double[point.length];
        length.maximize(sizes(direction), rooms(center, direction), innerRadius(), sizes);
        place(sizes, direction, point);
    }

    private static double[] toDouble(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    @Override
    public double dualNorm(float[] gradient) {
        return length.dual(gradient);
    }

    @Override
    public void box(double[] lower, double[] upper) {
        for (int i = 0; i < center.length; i++) {
            lower[i] = Math.max(bounds.low(i), center[i] - radius * (1 + slack));
            upper[i] = Math.min(bounds.high(i), center[i] + radius * (1 + slack));
        }
    }

    @Override
    public double support(double[] weights) {
        double sum = 0;
        double terms = 0;
        for (int i = 0; i < center.length; i++) {
            sum += weights[i] * center[i];
            terms += Math.abs(weights[i] * center[i]);
        }
        double growth = length.support(sizes(weights), rooms(center, weights), radius);
        return sum + growth + (terms + growth) * SUPPORT_SLACK;
    }

    /** Draws from the ball, and projects: points beyond the bounds gather there. */
    @Override
    public void draw(float[] point, RandomStream random) {
        double[] changes = new double[point.length];
        length.draw(changes, radius, random);
        projectChanges(changes, point);
    }

    @Override
    public boolean encloses(Region other) {
        return other instanceof BallInRange ball
                && norm() == ball.norm()
                && Arrays.equals(center, ball.center)
                && radius >= ball.radius
                && bounds.enclose(ball.bounds);
    }

    @Override
    public boolean contains(float[] point) {
        return bounds.contains(point) && length.of(changes(point)) * (1 + slack) <= radius;
    }

    @Override
    public double distance(float[] point) {
        return length.of(changes(point));
    }
}
