package org.robustest.reference.recipe;

import org.robustest.classifier.Classifier;
import org.robustest.samples.Samples;

/** The classes that a model predicts for samples. */
final class PredictedLabels {

    private static final int BATCH_SIZE = 1024;

    private PredictedLabels() {}

    /** Returns the class with the largest logit of each sample, the first of equals, in the order of the samples. */
    static int[] of(Classifier model, Samples samples) {
        int size = samples.shape().size();
        int classes = model.classCount();
        int[] labels = new int[samples.size()];
        float[] inputs = new float[BATCH_SIZE * size];
        float[] logits = new float[BATCH_SIZE * classes];
        for (int start = 0; start < labels.length; start += BATCH_SIZE) {
            int count = Math.min(BATCH_SIZE, labels.length - start);
            for (int i = 0; i < count; i++) {
                samples.get(start + i).copyInputTo(inputs, i * size);
            }
            model.logits(inputs, count, logits);
            for (int i = 0; i < count; i++) {
                labels[start + i] = indexOfLargest(logits, i * classes, classes);
            }
        }
        return labels;
    }

    private static int indexOfLargest(float[] values, int from, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            largest = values[from + i] > values[from + largest] ? i : largest;
        }
        return largest;
    }
}
