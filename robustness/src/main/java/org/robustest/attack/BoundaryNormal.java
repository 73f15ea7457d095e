package org.robustest.attack;

import org.robustest.random.RandomStream;

/**
 * Estimates the normal of a decision boundary from the sides on which random points around one of its points fall (equation 16
 * of the publication of {@link HopSkipJump}, with the mean taken off to reduce the variance).
 */
final class BoundaryNormal {

    /** How far away the points are drawn, relative to how far the boundary is from the input; well above the precision of bisection. */
    private static final double DISTANCE = 0.05;

    private final double[] drawn;
    private final double[] sum;
    private final double[] signedSum;
    private int count;
    private int signs;

    BoundaryNormal(int size) {
        this.drawn = new double[size];
        this.sum = new double[size];
        this.signedSum = new double[size];
    }

    /** Writes a point in a random direction from one on the boundary. */
    void draw(RandomStream random, float[] boundary, float[] origin, float[] point) {
        double squares = 0;
        double distance = 0;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = gaussian(random);
            squares += drawn[i] * drawn[i];
            double change = (double) boundary[i] - origin[i];
            distance += change * change;
        }
        double scale = DISTANCE * Math.sqrt(distance / squares);
        for (int i = 0; i < drawn.length; i++) {
            point[i] = (float) (boundary[i] + scale * drawn[i]);
        }
    }

    /** The method of Box and Muller. */
    private static double gaussian(RandomStream random) {
        double length = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return length * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** Takes in on which side the point drawn last lies. */
    void learn(boolean isWrong) {
        int sign = isWrong ? 1 : -1;
        count++;
        signs += sign;
        for (int i = 0; i < drawn.length; i++) {
            sum[i] += drawn[i];
            signedSum[i] += sign * drawn[i];
        }
    }

    /** Returns the direction in which the wrong class lies. */
    float[] direction() {
        double mean = (double) signs / count;
        boolean isOneSided = Math.abs(signs) == count;
        float[] direction = new float[sum.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (isOneSided ? signedSum[i] : signedSum[i] - mean * sum[i]);
        }
        return direction;
    }
}
