package org.robustest.network;

import java.util.Arrays;

/**
 * Linear functions on their way back through a network, one a lane: bounds from below of what is wanted at its end. Their
 * coefficients are floats; what that rounds away is taken off the constants, so that a bound stays a bound.
 */
public final class LinearRows {

    /** More than the relative error of a sum in double of as many terms as a network has values. */
    private static final double SLACK = 0x1p-32;

    private final double[] constants;
    private int lanes;

    LinearRows(int maxLanes) {
        this.constants = new double[maxLanes];
    }

    void start(int newLanes) {
        lanes = newLanes;
        Arrays.fill(constants, 0);
    }

    double constant(int lane) {
        return constants[lane];
    }

    /**
     * Adds constants, by the sign of the coefficient λ of an output: {@code λ * below} where λ is positive, {@code λ * above}
     * where it is negative.
     *
     * @param coefficients the coefficients of the outputs, a row of lanes for each
     * @param output the index of the output
     * @param below a constant that the output, less what has been carried back, is never below
     * @param above a constant that it is never above
     */
    public void addConstants(float[] coefficients, int output, double below, double above) {
        if (below == 0 && above == 0) {
            return;
        }
        for (int lane = 0; lane < lanes; lane++) {
            double lambda = coefficients[output * lanes + lane];
            double constant = lambda * (lambda < 0 ? above : below);
            constants[lane] += constant - Math.abs(constant) * SLACK;
        }
    }

    /** Takes off what an error of an output, up to a size, can take away. */
    void subtractErrors(float[] coefficients, int output, double error) {
        for (int lane = 0; lane < lanes; lane++) {
            constants[lane] -= Math.abs((double) coefficients[output * lanes + lane]) * error;
        }
    }

    /**
     * Carries the positive coefficients λ of an output back to an input: adds {@code λ * slope}.
     *
     * @param coefficients the coefficients of the outputs, a row of lanes for each
     * @param output the index of the output
     * @param slope the slope of a line below the output
     * @param inputCoefficients receives the coefficient of the input
     * @param input the index of the input
     * @param magnitude the largest absolute value of the input
     */
    public void addBelow(
            float[] coefficients, int output, double slope, float[] inputCoefficients, int input, double magnitude) {
        for (int lane = 0; slope != 0 && lane < lanes; lane++) {
            double lambda = coefficients[output * lanes + lane];
            if (!(lambda <= 0)) {
                add(lambda * slope, inputCoefficients, input, lane, magnitude);
            }
        }
    }

    /**
     * Carries the negative coefficients λ of an output back to an input: adds {@code λ * slope}.
     *
     * @param coefficients the coefficients of the outputs, a row of lanes for each
     * @param output the index of the output
     * @param slope the slope of a line above the output
     * @param inputCoefficients receives the coefficient of the input
     * @param input the index of the input
     * @param magnitude the largest absolute value of the input
     */
    public void addAbove(
            float[] coefficients, int output, double slope, float[] inputCoefficients, int input, double magnitude) {
        for (int lane = 0; slope != 0 && lane < lanes; lane++) {
            double lambda = coefficients[output * lanes + lane];
            if (!(lambda >= 0)) {
                add(lambda * slope, inputCoefficients, input, lane, magnitude);
            }
        }
    }

    /** Adds a constant to the row of one lane. */
    void addConstant(int lane, double constant) {
        constants[lane] += constant - Math.abs(constant) * SLACK;
    }

    /** Adds to the coefficient of an input in one lane. */
    void add(double coefficient, float[] inputCoefficients, int input, int lane, double magnitude) {
        int at = input * lanes + lane;
        float before = inputCoefficients[at];
        double sum = before + coefficient;
        float rounded = (float) sum;
        inputCoefficients[at] = rounded;
        double error = Math.abs(sum - rounded) + (Math.abs(before) + Math.abs(coefficient)) * 0x1p-50;
        constants[lane] -= error * magnitude;
    }
}
