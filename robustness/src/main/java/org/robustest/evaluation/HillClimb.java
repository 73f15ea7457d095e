package org.robustest.evaluation;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * Looks without a gradient for a point of a region where a linear function of the logits is large: the best of some random points,
 * and then, in the manner of Square (Andriushchenko et al., ECCV 2020), other values for ever shorter pieces of it.
 */
final class HillClimb {

    private static final int CANDIDATES = 16;
    private static final int ROUNDS = 24;

    private final Classifier model;
    private final Region region;
    private final double[] direction;
    private final int inputSize;
    private final float[] input;

    HillClimb(Classifier model, Region region, double[] direction, int inputSize) {
        this.model = model;
        this.region = region;
        this.direction = direction.clone();
        this.inputSize = inputSize;
        this.input = new float[inputSize];
    }

    double value(float[] point) {
        return values(new float[][] {point})[0];
    }

    private double[] values(float[][] points) {
        float[] inputs = new float[points.length * inputSize];
        float[] logits = new float[points.length * direction.length];
        for (int i = 0; i < points.length; i++) {
            region.toInput(points[i], input);
            System.arraycopy(input, 0, inputs, i * inputSize, inputSize);
        }
        model.logits(inputs, points.length, logits);
        double[] values = new double[points.length];
        for (int i = 0; i < logits.length; i++) {
            values[i / direction.length] += direction[i % direction.length] * logits[i];
        }
        return values;
    }

    /** Returns the highest point found, at least as high as the origin. */
    float[] highest(float[] origin, Sample sample, long seed) {
        float[] best = origin.clone();
        double height = value(origin);
        for (int round = 0; round < ROUNDS; round++) {
            float[][] candidates = new float[CANDIDATES][];
            for (int i = 0; i < CANDIDATES; i++) {
                int number = round * CANDIDATES + i;
                float[] candidate = new float[origin.length];
                RandomPoint.of(number, sample, seed).choose(region, candidate);
                candidates[i] = round == 0
                        ? candidate
                        : spliced(best, candidate, RandomStream.of(seed, sample.id(), "planted piece", number), round);
            }
            double[] values = values(candidates);
            for (int i = 0; i < CANDIDATES; i++) {
                if (values[i] > height) {
                    height = values[i];
                    best = candidates[i];
                }
            }
        }
        return best;
    }

    /** Puts a piece of one point into another one; pieces shrink from a half to a few values. */
    private float[] spliced(float[] base, float[] other, RandomStream random, int round) {
        int length = Math.max(1, (int) (base.length * 0.5 * (ROUNDS - round) / ROUNDS));
        int first = (int) (random.nextDouble() * (base.length - length + 1));
        float[] spliced = base.clone();
        System.arraycopy(other, first, spliced, first, length);
        region.project(spliced);
        return region.contains(spliced) ? spliced : base;
    }
}
