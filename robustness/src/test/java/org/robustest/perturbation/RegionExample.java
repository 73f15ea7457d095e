package org.robustest.perturbation;

import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/** The region around a sample, with what is asked of it most in tests. */
record RegionExample(Sample sample, Region region) {

    static final Shape SHAPE = Shape.of(3, 8);

    /** Returns the region around a random sample. */
    static RegionExample drawn(PerturbationSet set, RandomStream random) {
        Sample sample = SampleExample.drawn(SHAPE, random);
        return new RegionExample(sample, set.around(sample));
    }

    /** The point that stands for the sample. */
    float[] origin() {
        return region.origin(sample).input();
    }

    float[] randomPoint(RandomStream random) {
        float[] point = origin();
        region.draw(point, random);
        return point;
    }

    float[] maximum(float[] gradient) {
        float[] best = new float[gradient.length];
        region.maximize(gradient, best);
        return best;
    }

    float[] input(float[] point) {
        float[] input = new float[sample.shape().size()];
        region.toInput(point, input);
        return input;
    }

    float[] pulledBack(float[] point, float[] inputGradient) {
        float[] gradient = new float[point.length];
        region.pullBack(point, inputGradient, gradient);
        return gradient;
    }

    double[] lower() {
        return box()[0];
    }

    double[] upper() {
        return box()[1];
    }

    private double[][] box() {
        double[][] sides = new double[2][sample.shape().size()];
        region.box(sides[0], sides[1]);
        return sides;
    }
}
