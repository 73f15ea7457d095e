package org.robustest.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Makes a counterexample smaller as long as the user's own model still gets it wrong: nearer to the sample, by bisection on
 * the line between them, and then different from it in fewer coordinates, by putting back as many at once as can be (Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 2002). The result is a local minimum: others may
 * be smaller.
 */
public final class Shrinking {

    private static final int HALVINGS = 10;
    private static final int MOST_QUESTIONS = 500;

    private final Region region;
    private final Question question;
    private final float[] origin;
    private final float[] input;
    private float[] best;
    private int questions;

    private Shrinking(Counterexample found, Classifier classifier) {
        Sample sample = found.sample();
        this.region = found.set().around(sample);
        this.question = Question.of(classifier, sample.label());
        this.origin = region.origin(sample).input();
        this.input = new float[sample.shape().size()];
        this.best = found.point();
    }

    /**
     * Shrinks a counterexample.
     *
     * @param found the counterexample
     * @param classifier the model, whose {@link Classifier#original()} is asked about every step
     * @param model the {@link Hash} of the model
     * @return the smallest counterexample reached, which lies in the same set; the one found if none is smaller
     */
    public static StoredCounterexample shrink(Counterexample found, Classifier classifier, String model) {
        Shrinking shrinking = new Shrinking(found, classifier);
        shrinking.approach();
        shrinking.putBack();
        return shrinking.result(found, model);
    }

    private void approach() {
        float[] end = best.clone();
        double still = 1;
        double correct = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (still + correct) / 2;
            if (accept(onLine(end, middle))) {
                still = middle;
            } else {
                correct = middle;
            }
        }
    }

    private float[] onLine(float[] end, double share) {
        float[] point = new float[end.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = (float) (origin[i] + share * ((double) end[i] - origin[i]));
        }
        return point;
    }

    private void putBack() {
        int chunk = Differences.count(best, origin);
        while (chunk > 0 && questions < MOST_QUESTIONS) {
            List<Integer> changed = smallestFirst();
            chunk = Math.min(chunk, changed.size());
            for (int first = 0; first < changed.size(); first += chunk) {
                float[] candidate = best.clone();
                changed.subList(first, Math.min(changed.size(), first + chunk)).forEach(i -> candidate[i] = origin[i]);
                accept(candidate);
            }
            chunk /= 2;
        }
    }

    private List<Integer> smallestFirst() {
        float[] point = best;
        return Differences.between(point, origin)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> Math.abs((double) point[i] - origin[i]))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private boolean accept(float[] candidate) {
        if (questions >= MOST_QUESTIONS || !region.contains(candidate)) {
            return false;
        }
        questions++;
        region.toInput(candidate, input);
        boolean breaks = question.isWrongAbout(input);
        if (breaks) {
            best = candidate;
        }
        return breaks;
    }

    private StoredCounterexample result(Counterexample found, String model) {
        if (Arrays.equals(best, found.point())) {
            return StoredCounterexample.of(found, model);
        }
        region.toInput(best, input);
        question.isWrongAbout(input);
        return StoredCounterexample.of(found, best, input, question.prediction(), model);
    }
}
