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
        int at = output * lanes;
        for (int lane = 0; lane < lanes; lane++) {
            double lambda = coefficients[at + lane];
            double magnitude = Math.abs(lambda);
            double constant = (lambda + magnitude) * (0.5 * below) + (lambda - magnitude) * (0.5 * above);
            constants[lane] += constant - Math.abs(constant) * SLACK;
        }
    }

    /**
     * Carries the coefficients λ of an output back to an input, by their sign: adds {@code λ * slopeBelow} where λ is positive,
     * {@code λ * slopeAbove} where it is negative.
     *
     * @param coefficients the coefficients of the outputs, a row of lanes for each
     * @param output the index of the output
     * @param slopeBelow the slope of a line below the output; 0 if there is none
     * @param slopeAbove the slope of a line above the output; 0 if there is none
     * @param inputCoefficients receives the coefficient of the input
     * @param input the index of the input
     * @param magnitude the largest absolute value of the input
     */
    public void addSlopes(
            float[] coefficients,
            int output,
            double slopeBelow,
            double slopeAbove,
            float[] inputCoefficients,
            int input,
            double magnitude) {
        if (slopeBelow == 0 && slopeAbove == 0) {
            return;
        }
        int at = output * lanes;
        for (int lane = 0; lane < lanes; lane++) {
            double lambda = coefficients[at + lane];
            double size = Math.abs(lambda);
            double coefficient = (lambda + size) * (0.5 * slopeBelow) + (lambda - size) * (0.5 * slopeAbove);
            add(coefficient, inputCoefficients, input, lane, magnitude);
        }
    }

    /** Adds a constant to the row of one lane. */
    void addConstant(int lane, double constant) {
        constants[lane] += constant - Math.abs(constant) * SLACK;
    }

    /** Takes a number that is not negative off all rows. */
    void takeOff(double error) {
        for (int lane = 0; lane < lanes; lane++) {
            constants[lane] -= error;
        }
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
