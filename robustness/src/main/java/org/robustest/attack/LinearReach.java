package org.robustest.attack;

import org.robustest.perturbation.Region;

/**
 * How large a region has to be for a linear function to grow by a given amount in it: how far the decision boundary of an affine
 * model is, within the range and whatever else restricts single values.
 */
final class LinearReach {

    private static final int DOUBLINGS = 24;
    private static final int BISECTIONS = 40;

    private final Region region;
    private final float[] origin;

    LinearReach(Region region, float[] origin) {
        this.region = region;
        this.origin = origin.clone();
    }

    /**
     * Returns the smallest size at which {@code gradient · (point - origin)} reaches a growth; infinity if none does, in which
     * case the point is where it is largest.
     *
     * @param gradient the gradient of the function
     * @param growth by how much it is to grow, at least 0
     * @param point receives the point at which it has grown by so much
     */
    double to(float[] gradient, double growth, float[] point) {
        double low = growth / region.dualNorm(gradient);
        if (!Double.isFinite(low)) {
            System.arraycopy(origin, 0, point, 0, point.length);
            return Double.POSITIVE_INFINITY;
        }
        // A millionth more, so that the rounding of floats does not make the first guess fail where nothing restricts
        // it.
        double high = low * (1 + 1e-6);
        for (int i = 0; growthWithin(high, gradient, point) < growth; i++) {
            if (i == DOUBLINGS) {
                return Double.POSITIVE_INFINITY;
            }
            low = high;
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS && high > low * (1 + 1e-6); i++) {
            double middle = (low + high) / 2;
            if (growthWithin(middle, gradient, point) < growth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        growthWithin(high, gradient, point);
        return high;
    }

    private double growthWithin(double radius, float[] gradient, float[] point) {
        region.resized(radius).maximize(gradient, point);
        double growth = 0;
        for (int i = 0; i < point.length; i++) {
            growth += gradient[i] * ((double) point[i] - origin[i]);
        }
        return growth;
    }
}
