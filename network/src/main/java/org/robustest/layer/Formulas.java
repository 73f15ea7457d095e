package org.robustest.layer;

import java.util.function.DoubleUnaryOperator;

/** The formulas that activations are made of, in double. */
final class Formulas {

    private Formulas() {}

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double logisticSlope(double x) {
        return logistic(x) * logistic(-x);
    }

    static double softplusOf(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double tanhSlope(double x) {
        return 1 / (Math.cosh(x) * Math.cosh(x));
    }

    static ActivationFunction boundedRelu(float max, float threshold, float slope) {
        String description = "ReLU(" + max + ", " + threshold + ", " + slope + ")";
        if (threshold == 0 && slope == 0 && max > 0) {
            return new Clipped(description, 1, 0, 0, max);
        }
        DoubleUnaryOperator unbounded = x -> x >= threshold ? x : (double) slope * (x - threshold);
        return new Pointwise(
                description,
                x -> Math.min(unbounded.applyAsDouble(x), max),
                x -> unbounded.applyAsDouble(x) >= max ? 0 : x >= threshold ? 1 : slope,
                x -> 0,
                // Just below the threshold, the function comes as close to 0 as one likes.
                new Pointwise.Turn(Math.nextDown((double) threshold), Math.min(0, max)),
                new Pointwise.Turn(threshold, Math.min(threshold, max)));
    }

    static ActivationFunction exponentialLinear(String description, double scale, double alpha) {
        boolean isIncreasing = alpha >= 0 && scale >= 0;
        Pointwise function = new Pointwise(
                description,
                x -> scale * (x > 0 ? x : alpha * Math.expm1(x)),
                x -> scale * (x > 0 ? 1 : alpha * Math.exp(x)),
                x -> x > 0 ? 0 : scale * alpha * Math.exp(x),
                // Below 0, the function falls where alpha is negative.
                isIncreasing ? new Pointwise.Turn[0] : new Pointwise.Turn[] {new Pointwise.Turn(0, 0)});
        return isIncreasing ? function.withOnePeakOfSlope() : function;
    }

    /** {@code x sigmoid(k x)}. */
    static ActivationFunction timesLogistic(String description, double k) {
        DoubleUnaryOperator value = x -> x * logistic(k * x);
        DoubleUnaryOperator derivative = x -> logistic(k * x) + k * x * logisticSlope(k * x);
        return new Pointwise(
                description,
                value,
                derivative,
                x -> k * logisticSlope(k * x) * (2 + k * x * (1 - 2 * logistic(k * x))),
                Pointwise.Turn.minimum(value, derivative, -5 / k, 0));
    }

    static ActivationFunction tanhGelu(double a) {
        double c = Math.sqrt(2 / Math.PI);
        DoubleUnaryOperator inner = x -> c * (x + a * x * x * x);
        DoubleUnaryOperator slope = x -> c * (1 + 3 * a * x * x);
        DoubleUnaryOperator value = x -> x / 2 * (1 + Math.tanh(inner.applyAsDouble(x)));
        DoubleUnaryOperator derivative = x -> {
            double u = inner.applyAsDouble(x);
            return (1 + Math.tanh(u)) / 2 + x / 2 * tanhSlope(u) * slope.applyAsDouble(x);
        };
        DoubleUnaryOperator second = x -> {
            double u = inner.applyAsDouble(x);
            double du = slope.applyAsDouble(x);
            return tanhSlope(u) * (du + x / 2 * (6 * c * a * x - 2 * Math.tanh(u) * du * du));
        };
        return new Pointwise(
                "tanhGELU(" + a + ")", value, derivative, second, Pointwise.Turn.minimum(value, derivative, -3, 0));
    }

    static ActivationFunction mish() {
        DoubleUnaryOperator value = x -> x * Math.tanh(softplusOf(x));
        DoubleUnaryOperator slope = x -> tanhSlope(softplusOf(x)) * logistic(x);
        DoubleUnaryOperator derivative = x -> Math.tanh(softplusOf(x)) + x * slope.applyAsDouble(x);
        DoubleUnaryOperator second = x -> {
            double w = Math.tanh(softplusOf(x));
            double dw = slope.applyAsDouble(x);
            double ddw = -2 * w * dw * logistic(x) + tanhSlope(softplusOf(x)) * logisticSlope(x);
            return 2 * dw + x * ddw;
        };
        return new Pointwise("mish", value, derivative, second, Pointwise.Turn.minimum(value, derivative, -5, 0));
    }

    static ActivationFunction rationalTanh() {
        DoubleUnaryOperator q = a -> 1 + a + a * a + 1.41645 * a * a * a * a;
        DoubleUnaryOperator dq = a -> 1 + 2 * a + 4 * 1.41645 * a * a * a;
        DoubleUnaryOperator ddq = a -> 2 + 12 * 1.41645 * a * a;
        return new Pointwise(
                "rationalTanh",
                x -> 1.7159 * Math.signum(x) * (1 - 1 / q.applyAsDouble(Math.abs(2 * x / 3))),
                x -> {
                    double a = Math.abs(2 * x / 3);
                    return 1.7159 * 2 / 3 * dq.applyAsDouble(a) / Math.pow(q.applyAsDouble(a), 2);
                },
                x -> {
                    double a = Math.abs(2 * x / 3);
                    double at = q.applyAsDouble(a);
                    double slope = dq.applyAsDouble(a);
                    return 1.7159
                            * 4
                            / 9
                            * Math.signum(x)
                            * (ddq.applyAsDouble(a) - 2 * slope * slope / at)
                            / (at * at);
                });
    }
}
