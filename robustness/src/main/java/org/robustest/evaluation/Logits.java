package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.robustest.attack.internal.Margin;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Sample;

/** What the logits of one input say about its class. */
final class Logits {

    private Logits() {}

    /** Returns the logit of the label minus the largest of the others. */
    static double margin(float[] logits, int label) {
        return (double) logits[label] - logits[Margin.strongestRival(logits, label)];
    }

    /** Returns the margins of samples as they are. */
    static double[] margins(Classifier classifier, List<Sample> samples) {
        List<float[]> logits = of(classifier, samples);
        double[] margins = new double[samples.size()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margin(logits.get(i), samples.get(i).label());
        }
        return margins;
    }

    /** Returns the logits of samples as they are, asked a batch at a time. */
    static List<float[]> of(Classifier classifier, List<Sample> samples) {
        int classes = classifier.classCount();
        int size = classifier.inputShape().size();
        int batchSize = Math.min(classifier.preferredBatchSize(), samples.size());
        float[] inputs = new float[Math.multiplyExact(batchSize, size)];
        float[] batch = new float[batchSize * classes];
        List<float[]> logits = new ArrayList<>(samples.size());
        for (int first = 0; first < samples.size(); first += batchSize) {
            int count = Math.min(batchSize, samples.size() - first);
            for (int i = 0; i < count; i++) {
                samples.get(first + i).copyInputTo(inputs, i * size);
            }
            classifier.logits(inputs, count, batch);
            for (int i = 0; i < count; i++) {
                logits.add(Arrays.copyOfRange(batch, i * classes, (i + 1) * classes));
            }
        }
        return logits;
    }

    /**
     * Tells whether the label has the largest logit, alone. A tie is no correct answer: otherwise a model that gives every
     * class the same logit would be right, and robust, on one class.
     */
    static boolean areCorrect(float[] logits, int label) {
        return margin(logits, label) > 0;
    }

    static boolean areFinite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the largest absolute value. */
    static double largest(float[] logits) {
        double largest = 0;
        for (float logit : logits) {
            largest = Math.max(largest, Math.abs(logit));
        }
        return largest;
    }
}
