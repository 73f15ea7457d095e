package org.robustest.jqwik;

import java.util.Arrays;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * A sample and a perturbation of it that lies in a set.
 *
 * <p>Immutable.
 */
public final class PerturbedSample {

    private final Subject subject;
    private final Sample original;
    private final Region region;
    private final float[] point;
    private final float[] input;
    private final String origin;

    PerturbedSample(Subject subject, Sample original, Region region, float[] point, String origin) {
        this.subject = subject;
        this.original = original;
        this.region = region;
        this.point = point;
        this.input = new float[original.shape().size()];
        this.origin = origin;
        region.toInput(point, input);
    }

    /**
     * Returns the sample before it was perturbed.
     *
     * @return the sample
     */
    public Sample original() {
        return original;
    }

    /**
     * Returns the sample as it is perturbed.
     *
     * @return the sample with the perturbed input, and the id, label and tags of the original
     */
    public Sample sample() {
        return original.withInput(original.shape(), input);
    }

    /**
     * Returns a copy of the perturbed input.
     *
     * @return the values, row-major in the shape of the sample
     */
    public float[] input() {
        return input.clone();
    }

    /**
     * Returns the true class.
     *
     * @return the label of the sample
     */
    public int label() {
        return original.label();
    }

    /**
     * Returns the name of the true class.
     *
     * @return the name
     */
    public String className() {
        return subject.samples().classNames().get(label());
    }

    /**
     * Returns the set that the perturbation lies in.
     *
     * @return the set
     */
    public PerturbationSet set() {
        return subject.set();
    }

    /**
     * Returns the size of the perturbation in the norm of the set.
     *
     * @return the norm, from 0 to the ε of the set
     */
    public double size() {
        return region.distance(point);
    }

    /**
     * Returns how many values of the input are changed.
     *
     * @return the number of values that differ from those of the original
     */
    public int changed() {
        float[] before = original.input();
        int count = 0;
        for (int i = 0; i < input.length; i++) {
            count += input[i] != before[i] ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns how the perturbation was chosen.
     *
     * @return the {@link Choice}, or what else it is, such as a corner or a stored counterexample, in words
     */
    public String origin() {
        return origin;
    }

    /**
     * Asks a model about the perturbed input.
     *
     * @param model the model; its {@link Classifier#original()} is asked
     * @return {@code true} if the logit of the true class is larger than that of every other class
     * @throws IllegalStateException if a logit is not finite, so that the answer means nothing
     */
    public boolean isClassifiedCorrectlyBy(Classifier model) {
        float[] logits = new float[model.classCount()];
        model.original().logits(input, 1, logits);
        boolean isCorrect = true;
        for (int k = 0; k < logits.length; k++) {
            if (!Float.isFinite(logits[k])) {
                throw new IllegalStateException("the model gives " + original.id() + ", perturbed within " + set()
                        + ", the logits " + Arrays.toString(logits)
                        + ", which say nothing; find out where the model leaves the finite numbers");
            }
            isCorrect &= k == label() || logits[k] < logits[label()];
        }
        return isCorrect;
    }

    Subject subject() {
        return subject;
    }

    Region region() {
        return region;
    }

    float[] point() {
        return point.clone();
    }

    /** Returns the point that stands for the sample itself. */
    float[] center() {
        return region.origin(original).input();
    }

    /** Returns the same sample at another point of the region. */
    PerturbedSample at(float[] newPoint) {
        return new PerturbedSample(subject, original, region, newPoint, origin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PerturbedSample that
                && original.id().equals(that.original.id())
                && set().toString().equals(that.set().toString())
                && Arrays.equals(point, that.point);
    }

    @Override
    public int hashCode() {
        return 31 * original.id().hashCode() + Arrays.hashCode(point);
    }

    /** Returns the sample, how it is perturbed, and its shape as a line of blocks. */
    @Override
    public String toString() {
        return Description.of(this);
    }
}
