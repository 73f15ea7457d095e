package org.robustest.training;

import org.robustest.network.Objective;

/** The noise-to-signal regularization of one batch: the terms that each sample takes part in, and their derivatives. */
final class NoiseToSignalPass implements Objective {

    private final TrainingBatch batch;
    private final double weight;
    private final double beta;
    private final boolean hasMargin;
    private final double epsilon;
    private final double eta;
    private final DualNorm norm;
    private final double[] squaredErrors;
    private final double[] marginTerms;
    private final double[] ratioTerms;
    private int marginCount;
    private int ratioCount;

    NoiseToSignalPass(NoiseToSignalRegularization settings, TrainingBatch batch, double weight) {
        this.batch = batch;
        this.weight = weight;
        this.beta = settings.betaAt(batch.epoch());
        this.hasMargin = settings.hasMarginAt(batch.epoch());
        this.epsilon = settings.epsilon();
        this.eta = settings.eta();
        this.norm = DualNorm.of(settings.noise());
        this.squaredErrors = new double[batch.size()];
        this.marginTerms = new double[batch.size()];
        this.ratioTerms = new double[batch.size()];
    }

    /** Counts the terms of the two means that are not over all samples. */
    @Override
    public void prepare(float[] logits, int count) {
        int classes = logits.length / count;
        float[] z = new float[classes];
        for (int i = 0; i < count; i++) {
            System.arraycopy(logits, i * classes, z, 0, classes);
            int label = batch.label(i);
            for (int j = 0; j < classes; j++) {
                marginCount += isMarginTerm(z, label, j) ? 1 : 0;
            }
            ratioCount += isRegularized(z, label) ? 1 : 0;
        }
    }

    @Override
    public boolean dependsOnInputGradient() {
        return beta > 0 && ratioCount > 0;
    }

    @Override
    public void inputGradientCotangent(int index, float[] logits, float[] cotangent) {
        int label = batch.label(index);
        cotangent[label] = isRegularized(logits, label) ? 1 : 0;
    }

    @Override
    public void derivatives(
            int index,
            float[] logits,
            float[] inputGradient,
            float[] logitDerivative,
            float[] inputGradientDerivative) {
        int label = batch.label(index);
        double[] c = new double[logits.length];
        addSquaredError(index, logits, label, c);
        addMarginTerms(index, logits, label, c);
        if (isRegularized(logits, label)) {
            addRatio(index, logits[label], inputGradient, label, c, inputGradientDerivative);
        }
        for (int k = 0; k < c.length; k++) {
            logitDerivative[k] = (float) (weight * c[k]);
        }
    }

    private void addSquaredError(int index, float[] logits, int label, double[] c) {
        for (int k = 0; k < logits.length; k++) {
            double error = logits[k] - (k == label ? 1 : 0);
            squaredErrors[index] += error * error;
            c[k] += 2 * error / batch.size();
        }
    }

    private void addMarginTerms(int index, float[] logits, int label, double[] c) {
        for (int k = 0; k < logits.length; k++) {
            if (isMarginTerm(logits, label, k)) {
                marginTerms[index] += marginTerm(logits, label, k);
                c[k] += 1.0 / marginCount;
                c[label] -= 1.0 / marginCount;
            }
        }
    }

    /** Equations of the paper with {@code n = ‖v‖_q}: {@code ∂log(1+R) = (ε ∂n / (z_y+η) − ε n ∂z_y / (z_y+η)²) / (1+R)}. */
    private void addRatio(int index, double logit, float[] v, int label, double[] c, float[] direction) {
        double signal = logit + eta;
        double length = norm.of(v);
        double ratio = epsilon * length / signal;
        double share = beta / ratioCount / (1 + ratio);
        ratioTerms[index] = Math.log1p(ratio);
        c[label] -= share * ratio / signal;
        norm.writeDerivative(v, length, weight * share * epsilon / signal, direction);
    }

    private boolean isMarginTerm(float[] logits, int label, int other) {
        double term = marginTerm(logits, label, other);
        return hasMargin && other != label && term > 0 && term < 2 && isCorrect(logits, label);
    }

    private static double marginTerm(float[] logits, int label, int other) {
        return 1.0 - logits[label] + logits[other];
    }

    private boolean isRegularized(float[] logits, int label) {
        return beta > 0 && logits[label] > 0 && isCorrect(logits, label);
    }

    /** Whether the label is the class that is predicted: the first of the largest logits. */
    private static boolean isCorrect(float[] logits, int label) {
        for (int k = 0; k < logits.length; k++) {
            if (logits[k] > logits[label] || (k < label && logits[k] == logits[label])) {
                return false;
            }
        }
        return true;
    }

    TrainingLoss loss() {
        return TrainingLoss.of("squared error", Sums.inOrder(squaredErrors) / batch.size())
                .plus(TrainingLoss.of("margin", mean(marginTerms, marginCount)))
                .plus(TrainingLoss.of("ratio", beta * mean(ratioTerms, ratioCount)));
    }

    private static double mean(double[] terms, int count) {
        return count == 0 ? 0 : Sums.inOrder(terms) / count;
    }
}
