package org.robustest.perturbation;

import java.util.List;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Samples to build regions around. */
final class SampleExample {

    private SampleExample() {}

    static Sample of(Shape shape, float... input) {
        return Samples.builder(shape, List.of("no", "yes"))
                .add("example", input, 0)
                .build()
                .get(0);
    }

    /** Draws the values from 0..1. */
    static Sample drawn(Shape shape, RandomStream random) {
        return of(shape, uniform(shape.size(), 0, 1, random));
    }

    static float[] uniform(int size, double low, double high, RandomStream random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
