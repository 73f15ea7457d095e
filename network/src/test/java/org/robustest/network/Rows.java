package org.robustest.network;

import org.robustest.classifier.InputSet;

/** Lets the tests of layers make linear rows. */
public final class Rows {

    private Rows() {}

    public static LinearRows ofLanes(int lanes) {
        LinearRows rows = new LinearRows(lanes);
        rows.start(lanes);
        return rows;
    }

    public static double constant(LinearRows rows, int lane) {
        return rows.constant(lane);
    }

    public static double gamma(int roundings) {
        return ValueBounds.gamma(roundings);
    }

    /** The inputs that differ by at most epsilon from one. */
    public static InputSet linf(float[] center, double epsilon) {
        return new InputSet() {
            @Override
            public void box(double[] lower, double[] upper) {
                for (int i = 0; i < center.length; i++) {
                    lower[i] = center[i] - epsilon;
                    upper[i] = center[i] + epsilon;
                }
            }

            @Override
            public double support(double[] weights) {
                double sum = 0;
                for (int i = 0; i < center.length; i++) {
                    sum += weights[i] * center[i] + epsilon * Math.abs(weights[i]);
                }
                return sum + 1e-12 * Math.abs(sum);
            }

            @Override
            public void farthest(float[] weights, float[] input) {
                for (int i = 0; i < center.length; i++) {
                    input[i] = (float) (center[i] + Math.signum(weights[i]) * epsilon);
                }
            }
        };
    }
}
