package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.random.RandomStream;

/** The region of a {@link MaskedSet}: that of the values which may change, while all others stay those of the input. */
final class MaskedRegion implements Region {

    /** More than the relative error of a sum in double. */
    private static final double SLACK = 1e-11;

    private final float[] center;
    private final Coordinates free;
    private final Region inner;

    /** Creates the region around an input, which is not to be changed from now on. */
    MaskedRegion(float[] center, Coordinates free, Region inner) {
        this.center = center;
        this.free = free;
        this.inner = inner;
    }

    @Override
    public double radius() {
        return inner.radius();
    }

    @Override
    public Norm norm() {
        return inner.norm();
    }

    @Override
    public Region resized(double newRadius) {
        return new MaskedRegion(center, free, inner.resized(newRadius));
    }

    @Override
    public void project(float[] point) {
        float[] values = free.gather(point);
        inner.project(values);
        place(values, point);
    }

    @Override
    public void ascend(float[] point, float[] gradient, double length) {
        float[] values = free.gather(point);
        inner.ascend(values, free.gather(gradient), length);
        place(values, point);
    }

    @Override
    public void maximize(float[] gradient, float[] point) {
        float[] values = new float[free.count()];
        inner.maximize(free.gather(gradient), values);
        place(values, point);
    }

    @Override
    public double dualNorm(float[] gradient) {
        return inner.dualNorm(free.gather(gradient));
    }

    @Override
    public void box(double[] lower, double[] upper) {
        for (int i = 0; i < center.length; i++) {
            lower[i] = center[i];
            upper[i] = center[i];
        }
        double[] innerLower = new double[free.count()];
        double[] innerUpper = new double[free.count()];
        inner.box(innerLower, innerUpper);
        free.scatter(innerLower, lower);
        free.scatter(innerUpper, upper);
    }

    @Override
    public double support(double[] weights) {
        double[] fixed = weights.clone();
        free.scatter(new double[free.count()], fixed);
        double sum = 0;
        double terms = 0;
        for (int i = 0; i < center.length; i++) {
            sum += fixed[i] * center[i];
            terms += Math.abs(fixed[i] * center[i]);
        }
        double growth = inner.support(free.gather(weights));
        return sum + growth + (terms + Math.abs(growth)) * SLACK;
    }

    @Override
    public void draw(float[] point, RandomStream random) {
        float[] values = new float[free.count()];
        inner.draw(values, random);
        place(values, point);
    }

    @Override
    public boolean encloses(Region other) {
        return other instanceof MaskedRegion masked
                && Arrays.equals(center, masked.center)
                && free.toBitSet().equals(masked.free.toBitSet())
                && inner.encloses(masked.inner);
    }

    @Override
    public boolean contains(float[] point) {
        return point.length == center.length
                && inner.contains(free.gather(point))
                && Arrays.equals(placed(free.gather(center), point), center);
    }

    @Override
    public double distance(float[] point) {
        boolean isFixed = Arrays.equals(placed(free.gather(center), point), center);
        return isFixed ? inner.distance(free.gather(point)) : Double.POSITIVE_INFINITY;
    }

    private void place(float[] values, float[] point) {
        System.arraycopy(center, 0, point, 0, point.length);
        free.scatter(values, point);
    }

    private float[] placed(float[] values, float[] point) {
        float[] copy = point.clone();
        free.scatter(values, copy);
        return copy;
    }
}
