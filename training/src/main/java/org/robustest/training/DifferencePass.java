package org.robustest.training;

import java.util.Arrays;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.network.Objective;

/**
 * The gradient of an objective for one batch, where a model has gradients but no tangents: with c and s the derivatives of the
 * objective by the logits and by the input gradient {@code Jᵀ u}, and {@code g(x; u) = uᵀ ∂z(x)/∂θ},
 *
 * <pre>{@code g(x; c) + [g(x + h s; u) − g(x − h s; u)] / 2h}</pre>
 *
 * <p>in double precision: exact for piecewise linear models, unless a kink lies within h, and else to about h².
 */
final class DifferencePass {

    private static final double STEP = 1e-5;

    private final ModelDerivatives derivatives;
    private final double[] inputs;
    private final int count;
    private final Objective objective;
    private final int size;
    private final int classes;
    private final double[] logits;
    private final double[] u;
    private final double[] c;
    private final double[] s;

    DifferencePass(ModelDerivatives derivatives, double[] inputs, int count, Objective objective) {
        this.derivatives = derivatives;
        this.inputs = inputs;
        this.count = count;
        this.objective = objective;
        this.size = derivatives.inputShape().size();
        this.classes = derivatives.classCount();
        this.logits = derivatives.logits(inputs, count);
        this.u = new double[count * classes];
        this.c = new double[count * classes];
        this.s = new double[count * size];
    }

    void addTo(float[] gradients) {
        objective.prepare(Doubles.floats(logits, 0, logits.length), count);
        double[] sums = new double[gradients.length];
        boolean isCurved = objective.dependsOnInputGradient();
        writeDerivatives(isCurved ? inputGradients() : new double[count * size]);
        if (isCurved) {
            addDifference(sums);
        }
        derivatives.gradients(inputs, count, c, sums);
        for (int i = 0; i < sums.length; i++) {
            gradients[i] += (float) sums[i];
        }
    }

    private float[] logits(int index) {
        return Doubles.floats(logits, index * classes, classes);
    }

    private double[] inputGradients() {
        float[] cotangent = new float[classes];
        for (int i = 0; i < count; i++) {
            Arrays.fill(cotangent, 0);
            objective.inputGradientCotangent(i, logits(i), cotangent);
            Doubles.copy(cotangent, u, i * classes);
        }
        return derivatives.gradients(inputs, count, u, new double[derivatives.parameters().length]);
    }

    private void writeDerivatives(double[] v) {
        for (int i = 0; i < count; i++) {
            float[] ofLogits = new float[classes];
            float[] ofInputGradient = new float[size];
            objective.derivatives(i, logits(i), Doubles.floats(v, i * size, size), ofLogits, ofInputGradient);
            Doubles.copy(ofLogits, c, i * classes);
            Doubles.copy(ofInputGradient, s, i * size);
        }
    }

    private void addDifference(double[] sums) {
        double[] tangents = new double[count * classes];
        for (int sign : new int[] {1, -1}) {
            double[] moved = inputs.clone();
            double[] weighted = u.clone();
            for (int i = 0; i < count; i++) {
                double length = largest(i);
                for (int j = i * size; j < (i + 1) * size; j++) {
                    moved[j] += length == 0 ? 0 : sign * STEP * s[j] / length;
                }
                for (int k = i * classes; k < (i + 1) * classes; k++) {
                    weighted[k] *= sign * length / (2 * STEP);
                }
            }
            derivatives.gradients(moved, count, weighted, sums);
            addTangents(derivatives.logits(moved, count), sign, tangents);
        }
        for (int i = 0; i < count; i++) {
            float[] ofLogits = Doubles.floats(c, i * classes, classes);
            float[] t = Doubles.floats(tangents, i * classes, classes);
            objective.addCotangentDerivative(i, logits(i), t, ofLogits);
            Doubles.copy(ofLogits, c, i * classes);
        }
    }

    private void addTangents(double[] movedLogits, int sign, double[] tangents) {
        for (int i = 0; i < count; i++) {
            double factor = sign * largest(i) / (2 * STEP);
            for (int k = i * classes; k < (i + 1) * classes; k++) {
                tangents[k] += factor * movedLogits[k];
            }
        }
    }

    /** The largest component of the direction of a sample. */
    private double largest(int index) {
        double largest = 0;
        for (int j = index * size; j < (index + 1) * size; j++) {
            largest = Math.max(largest, Math.abs(s[j]));
        }
        return largest;
    }
}
