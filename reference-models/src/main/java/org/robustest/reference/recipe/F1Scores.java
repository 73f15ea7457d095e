package org.robustest.reference.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Samples;

/**
 * The F1 score of every class: the harmonic mean of precision and recall.
 *
 * @param classNames the names of the classes
 * @param scores the scores, from 0 to 1; 0 for a class that is neither there nor found
 */
record F1Scores(List<String> classNames, List<Double> scores) {

    F1Scores {
        classNames = List.copyOf(classNames);
        scores = List.copyOf(scores);
    }

    static F1Scores of(Classifier model, Samples samples) {
        int classes = model.classCount();
        int[] right = new int[classes];
        int[] found = new int[classes];
        int[] predicted = PredictedLabels.of(model, samples);
        for (int i = 0; i < predicted.length; i++) {
            found[predicted[i]]++;
            right[predicted[i]] += predicted[i] == samples.get(i).label() ? 1 : 0;
        }
        int[] there = samples.countsByLabel();
        List<Double> scores = new ArrayList<>();
        for (int j = 0; j < classes; j++) {
            double both = (double) there[j] + found[j];
            scores.add(both == 0 ? 0 : 2 * right[j] / both);
        }
        return new F1Scores(samples.classNames(), scores);
    }

    /** Returns the mean of the classes' scores. */
    double macro() {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Returns the mean and the scores, such as {@code 0.61 (Normal 0.70, ...)}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < scores.size(); j++) {
            parts.add(classNames.get(j) + String.format(Locale.ROOT, " %.4f", scores.get(j)));
        }
        return String.format(Locale.ROOT, "%.4f (%s)", macro(), String.join(", ", parts));
    }
}
