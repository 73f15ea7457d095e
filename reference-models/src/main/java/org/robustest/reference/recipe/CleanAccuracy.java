package org.robustest.reference.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Samples;

/**
 * How many samples a model classifies correctly when nothing is added to them.
 *
 * @param classNames the names of the classes
 * @param correct the number classified correctly of each class
 * @param counts the number of samples of each class
 */
public record CleanAccuracy(List<String> classNames, List<Integer> correct, List<Integer> counts) {

    /**
     * Creates a result that keeps copies.
     *
     * @param classNames the names of the classes
     * @param correct the number classified correctly of each class
     * @param counts the number of samples of each class
     */
    public CleanAccuracy {
        classNames = List.copyOf(classNames);
        correct = List.copyOf(correct);
        counts = List.copyOf(counts);
    }

    /**
     * Measures a model.
     *
     * @param model the model
     * @param samples the samples, of the shape that it takes
     * @return the counts
     */
    public static CleanAccuracy of(Classifier model, Samples samples) {
        int[] predicted = PredictedLabels.of(model, samples);
        int[] correct = new int[samples.classNames().size()];
        for (int i = 0; i < predicted.length; i++) {
            int label = samples.get(i).label();
            correct[label] += label == predicted[i] ? 1 : 0;
        }
        return new CleanAccuracy(samples.classNames(), boxed(correct), boxed(samples.countsByLabel()));
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /**
     * Returns the share of all samples that is classified correctly.
     *
     * @return the accuracy, from 0 to 1; NaN if there is no sample
     */
    public double overall() {
        double right = 0;
        double all = 0;
        for (int label = 0; label < counts.size(); label++) {
            right += correct.get(label);
            all += counts.get(label);
        }
        return right / all;
    }

    /** Returns the accuracy, overall and of each class, such as {@code 0.915 (N 160/160, ...)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.4f", overall()));
        for (int label = 0; label < counts.size(); label++) {
            text.append(label == 0 ? " (" : ", ")
                    .append(classNames.get(label))
                    .append(' ')
                    .append(correct.get(label))
                    .append('/')
                    .append(counts.get(label));
        }
        return text.append(')').toString();
    }
}
