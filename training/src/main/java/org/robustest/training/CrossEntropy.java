package org.robustest.training;

import java.util.List;
import org.robustest.network.Objective;

/** The cross-entropy of the softmax of the logits. */
enum CrossEntropy implements TrainingObjective {
    INSTANCE;

    /** The name that it has as part of a loss. */
    static final String PART = "cross-entropy";

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        return TrainingLoss.of(PART, meanWithGradients(batch, weight, gradients));
    }

    /** Adds the weighted gradients, and returns the mean over the samples. */
    static double meanWithGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        double[] losses = new double[batch.size()];
        batch.addGradients(new OfLogits(batch, weight / batch.size(), losses), gradients);
        return Sums.inOrder(losses) / batch.size();
    }

    /** Adds the gradients of a share of the weighted mean, and returns that share of the mean; a share of 0 takes no pass. */
    static double shareWithGradients(TrainingBatch batch, double share, double weight, List<float[]> gradients) {
        return share == 0 ? 0 : share * meanWithGradients(batch, share * weight, gradients);
    }

    @Override
    public String toString() {
        return "crossEntropy";
    }

    /** One batch; {@code losses} receives the loss of each sample. */
    private static final class OfLogits implements Objective {

        private final TrainingBatch batch;
        private final double weight;
        private final double[] losses;

        OfLogits(TrainingBatch batch, double weight, double[] losses) {
            this.batch = batch;
            this.weight = weight;
            this.losses = losses;
        }

        @Override
        public boolean dependsOnInputGradient() {
            return false;
        }

        @Override
        public void inputGradientCotangent(int index, float[] logits, float[] cotangent) {}

        @Override
        public void derivatives(
                int index,
                float[] logits,
                float[] inputGradient,
                float[] logitDerivative,
                float[] inputGradientDerivative) {
            int label = batch.label(index);
            double[] probabilities = Softmax.of(logits);
            losses[index] = Softmax.logOfSum(logits) - logits[label];
            for (int k = 0; k < logits.length; k++) {
                logitDerivative[k] = (float) (weight * (probabilities[k] - (k == label ? 1 : 0)));
            }
        }
    }
}
