package org.robustest.training;

import org.robustest.perturbation.Norm;

/** The norm in which a gradient is measured, dual to that of the noise. */
enum DualNorm {
    L1 {
        @Override
        double of(float[] gradient) {
            double sum = 0;
            for (float value : gradient) {
                sum += Math.abs(value);
            }
            return sum;
        }

        @Override
        void writeDerivative(float[] gradient, double length, double factor, float[] derivative) {
            for (int i = 0; i < gradient.length; i++) {
                derivative[i] = (float) (factor * Math.signum(gradient[i]));
            }
        }
    },
    L2 {
        @Override
        double of(float[] gradient) {
            double sum = 0;
            for (float value : gradient) {
                sum += (double) value * value;
            }
            return Math.sqrt(sum);
        }

        @Override
        void writeDerivative(float[] gradient, double length, double factor, float[] derivative) {
            double scale = length == 0 ? 0 : factor / length;
            for (int i = 0; i < gradient.length; i++) {
                derivative[i] = (float) (scale * gradient[i]);
            }
        }
    };

    /**
     * Returns the norm dual to that of the noise.
     *
     * @throws IllegalArgumentException for L1: its dual norm is the largest value of the gradient, which the paper does not
     *     treat
     */
    static DualNorm of(Norm noise) {
        return switch (noise) {
            case LINF -> L1;
            case L2 -> L2;
            case L1 ->
                throw new IllegalArgumentException(
                        "a penalty on the gradient is offered for noise in LINF and L2, but L1 was asked for");
        };
    }

    /** Measures a gradient. */
    abstract double of(float[] gradient);

    /** Writes a multiple of the derivative of the norm, given its value. */
    abstract void writeDerivative(float[] gradient, double length, double factor, float[] derivative);
}
