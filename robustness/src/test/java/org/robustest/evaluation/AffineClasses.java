package org.robustest.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * A random affine classifier with any number of classes, samples in 0..1 that it classifies correctly, and the exact
 * answer: how long the shortest perturbation within 0..1 is that changes its mind.
 */
final class AffineClasses {

    private static final int FEATURES = 20;

    private final int classes;
    private final float[] weights;
    private final float[] biases;
    private final Samples samples;

    AffineClasses(int classes, int count) {
        RandomStream random = RandomStream.of(6, "affine classes", classes);
        this.classes = classes;
        this.weights = new float[classes * FEATURES];
        this.biases = new float[classes];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (2 * random.nextDouble() - 1);
            biases[i / FEATURES] -= weights[i] / 2;
        }
        Samples.Builder builder = Samples.builder(
                        Shape.of(FEATURES),
                        IntStream.range(0, classes).mapToObj(k -> "class " + k).toList())
                .within(0, 1);
        for (int i = 0; i < count; i++) {
            float[] input = new float[FEATURES];
            for (int j = 0; j < FEATURES; j++) {
                input[j] = (float) random.nextDouble();
            }
            int label = IntStream.range(0, classes)
                    .boxed()
                    .max(Comparator.comparingDouble(k -> logit(input, k)))
                    .orElseThrow();
            builder.add("sample " + i, input, label);
        }
        this.samples = builder.build();
    }

    private double logit(float[] input, int k) {
        double logit = biases[k];
        for (int i = 0; i < FEATURES; i++) {
            logit += (double) weights[k * FEATURES + i] * input[i];
        }
        return logit;
    }

    Samples samples() {
        return samples;
    }

    Network model() {
        return Network.sequential(Shape.of(FEATURES), List.of(Dense.of(weights, biases)));
    }

    /** Returns the exact radius: by bisection, the least ε at which some rival can catch up. */
    double radius(Sample sample, Norm norm) {
        return radius(sample, norm, feature -> true);
    }

    /** Returns the exact radius of the perturbations that change no other values than the free ones. */
    double radius(Sample sample, Norm norm, IntPredicate free) {
        double low = 0;
        double high = FEATURES;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (canFall(sample, norm, middle, free)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Returns the exact radius of a ball, without a range, by the norm dual to its own. */
    double radius(Sample sample, ToDoubleFunction<double[]> dualNorm) {
        float[] input = sample.input();
        double radius = Double.POSITIVE_INFINITY;
        for (int rival = 0; rival < classes; rival++) {
            if (rival != sample.label()) {
                double growth = dualNorm.applyAsDouble(slopes(sample.label(), rival));
                radius = Math.min(radius, lead(input, sample.label(), rival) / growth);
            }
        }
        return radius;
    }

    private double[] slopes(int label, int rival) {
        double[] slopes = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            slopes[i] = (double) weights[rival * FEATURES + i] - weights[label * FEATURES + i];
        }
        return slopes;
    }

    private boolean canFall(Sample sample, Norm norm, double epsilon, IntPredicate free) {
        float[] input = sample.input();
        for (int rival = 0; rival < classes; rival++) {
            if (rival != sample.label()
                    && lead(input, sample.label(), rival) <= catchUp(input, sample, rival, norm, epsilon, free)) {
                return true;
            }
        }
        return false;
    }

    private double lead(float[] input, int label, int rival) {
        return logit(input, label) - logit(input, rival);
    }

    private double catchUp(float[] input, Sample sample, int rival, Norm norm, double epsilon, IntPredicate free) {
        double[] slopes = slopes(sample.label(), rival);
        double[] rooms = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            rooms[i] = !free.test(i) ? 0 : slopes[i] > 0 ? 1.0 - input[i] : input[i];
            slopes[i] = Math.abs(slopes[i]);
        }
        return switch (norm) {
            case LINF -> sum(slopes, rooms, epsilon, 0);
            case L1 -> knapsack(slopes, rooms, epsilon);
            case L2 -> scaled(slopes, rooms, epsilon);
        };
    }

    /** Returns {@code Σ slope * min(room, constant + factor * slope)}. */
    private static double sum(double[] slopes, double[] rooms, double constant, double factor) {
        double sum = 0;
        for (int i = 0; i < FEATURES; i++) {
            sum += slopes[i] * Math.min(rooms[i], constant + factor * slopes[i]);
        }
        return sum;
    }

    private static double knapsack(double[] slopes, double[] rooms, double epsilon) {
        int[] order = IntStream.range(0, FEATURES)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -slopes[i]))
                .mapToInt(i -> i)
                .toArray();
        double left = epsilon;
        double sum = 0;
        for (int i : order) {
            double used = Math.min(left, rooms[i]);
            sum += slopes[i] * used;
            left -= used;
        }
        return sum;
    }

    /** Finds the factor by bisection on the length of the perturbation. */
    private static double scaled(double[] slopes, double[] rooms, double epsilon) {
        double low = 0;
        double high = 1e9;
        for (int step = 0; step < 120; step++) {
            double middle = (low + high) / 2;
            double squares = 0;
            for (int i = 0; i < FEATURES; i++) {
                double size = Math.min(rooms[i], middle * slopes[i]);
                squares += size * size;
            }
            if (squares <= epsilon * epsilon) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sum(slopes, rooms, 0, low);
    }
}
