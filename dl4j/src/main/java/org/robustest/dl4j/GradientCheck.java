package org.robustest.dl4j;

import java.util.Arrays;
import java.util.Optional;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.random.RandomStream;

/**
 * Compares gradients with differences: along the direction of its gradient, a function changes by the length of the
 * gradient. Half of some probe inputs have to agree to 5 %, at one of several steps, since a step may be too small for the
 * precision of the model or cross a kink.
 */
final class GradientCheck {

    private static final int PROBES = 5;
    private static final double[] STEPS = {0.1, 0.03, 0.01, 0.003, 0.001};
    private static final double TOLERANCE = 0.05;

    private final DifferentiableClassifier classifier;
    private final int size;
    private final int classes;
    private final RandomStream random = RandomStream.of(0, "gradient check");

    private GradientCheck(DifferentiableClassifier classifier) {
        this.classifier = classifier;
        this.size = classifier.inputShape().size();
        this.classes = classifier.classCount();
    }

    /** Returns nothing if the gradients agree, else how far they are off. */
    static Optional<String> disagreement(DifferentiableClassifier classifier) {
        GradientCheck check = new GradientCheck(classifier);
        double[] deviations = new double[PROBES];
        Arrays.setAll(deviations, probe -> check.deviation());
        Arrays.sort(deviations);
        double median = deviations[PROBES / 2];
        return median <= TOLERANCE ? Optional.empty() : Optional.of(inWords(median));
    }

    private static String inWords(double deviation) {
        if (Double.isNaN(deviation)) {
            return "they are no finite numbers";
        }
        return Double.isInfinite(deviation)
                ? "the logits do not change along them"
                : "they are off by " + Math.round(100 * deviation) + " % of what differences show";
    }

    /** The deviation at one random input, in one random direction in logit space. */
    private double deviation() {
        float[] input = uniform(size);
        float[] direction = uniform(classes);
        float[] gradient = new float[size];
        classifier.inputGradients(
                input,
                1,
                (index, logits, cotangent) -> System.arraycopy(direction, 0, cotangent, 0, classes),
                new float[classes],
                gradient);
        double length = Math.sqrt(dot(gradient, 0, gradient));
        double smallest = Double.POSITIVE_INFINITY;
        for (double step : STEPS) {
            double difference = difference(input, gradient, step / length, direction) / (2 * step);
            smallest = Math.min(smallest, Math.abs(length - difference) / Math.abs(difference));
        }
        return length == 0 ? 0 : smallest;
    }

    private double difference(float[] input, float[] gradient, double factor, float[] direction) {
        float[] moved = new float[2 * size];
        for (int i = 0; i < size; i++) {
            moved[i] = (float) (input[i] + factor * gradient[i]);
            moved[size + i] = (float) (input[i] - factor * gradient[i]);
        }
        float[] logits = new float[2 * classes];
        classifier.logits(moved, 2, logits);
        return dot(logits, 0, direction) - dot(logits, classes, direction);
    }

    private static double dot(float[] values, int from, float[] others) {
        double sum = 0;
        for (int i = 0; i < others.length; i++) {
            sum += (double) values[from + i] * others[i];
        }
        return sum;
    }

    private float[] uniform(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
