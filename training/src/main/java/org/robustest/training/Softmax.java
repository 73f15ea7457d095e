package org.robustest.training;

/** The softmax of logits, without overflow. */
final class Softmax {

    private Softmax() {}

    /** Returns {@code exp(z_k) / Σ_j exp(z_j)}. */
    static double[] of(float[] logits) {
        double logOfSum = logOfSum(logits);
        double[] probabilities = new double[logits.length];
        for (int k = 0; k < logits.length; k++) {
            probabilities[k] = Math.exp(logits[k] - logOfSum);
        }
        return probabilities;
    }

    /** Returns {@code log Σ_k exp(z_k)}. */
    static double logOfSum(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return largest + Math.log(sum);
    }
}
