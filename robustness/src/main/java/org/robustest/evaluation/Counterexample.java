package org.robustest.evaluation;

import java.util.Arrays;
import org.robustest.attack.internal.Margin;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * A perturbed input that the model gets wrong.
 *
 * <p>Immutable. Everything needed to find it again is in it: the sample, the set, the attack with its settings, and the
 * seed.
 */
public final class Counterexample {

    private final Sample sample;
    private final PerturbationSet set;
    private final float[] point;
    private final float[] input;
    private final float[] logits;
    private final String attack;
    private final long seed;
    private final String position;

    Counterexample(
            Sample sample,
            PerturbationSet set,
            float[] point,
            float[] input,
            float[] logits,
            String attack,
            long seed,
            String position) {
        this.sample = sample;
        this.set = set;
        this.point = point;
        this.input = input;
        this.logits = logits;
        this.attack = attack;
        this.seed = seed;
        this.position = position;
    }

    /**
     * Returns the sample that was perturbed.
     *
     * @return the sample
     */
    public Sample sample() {
        return sample;
    }

    /**
     * Returns the set that was searched when the counterexample was found.
     *
     * @return the perturbation set
     */
    public PerturbationSet set() {
        return set;
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
     * Returns a copy of the point of the {@linkplain PerturbationSet#around region} that stands for the perturbed input:
     * that input itself, or the parameters of the perturbation.
     *
     * @return the coordinates of the point
     */
    public float[] point() {
        return point.clone();
    }

    /**
     * Returns a copy of the logits that the user's own model gives the perturbed input.
     *
     * @return the logits {@code [K]}
     */
    public float[] logits() {
        return logits.clone();
    }

    /**
     * Returns the class that the model predicts for the perturbed input.
     *
     * @return the label of the largest logit among the wrong classes
     */
    public int prediction() {
        return Margin.strongestRival(logits, sample.label());
    }

    /**
     * Returns how far the model is from being right: the logit of the true class minus the largest of the others.
     *
     * @return the margin, at most 0
     */
    public double margin() {
        return Logits.margin(logits, sample.label());
    }

    /**
     * Returns the size of the perturbation in the norm of the set.
     *
     * @return the norm, at most the ε of the set
     */
    public double distance() {
        return set.around(sample).distance(point);
    }

    /**
     * Returns the attack that found it.
     *
     * @return the name of the attack with all of its settings
     */
    public String attack() {
        return attack;
    }

    /**
     * Returns the seed of the run that found it.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * Returns where in the search it was found.
     *
     * @return the position, such as {@code restart 0, step 17}
     */
    public String position() {
        return position;
    }

    /**
     * Asks a model which class the perturbed input is of.
     *
     * @param classifier the model, this or a later version; its {@link Classifier#original()} is asked
     * @return the prediction on the perturbed input
     */
    public Prediction predictionOf(Classifier classifier) {
        return Prediction.of(sample.withInput(sample.shape(), input), answerOf(classifier));
    }

    /**
     * Asks a model again.
     *
     * @param classifier the model, this or a later version; its {@link Classifier#original()} is asked
     * @return {@code true} if it still gets the perturbed input wrong
     */
    public boolean breaks(Classifier classifier) {
        return !Logits.areCorrect(answerOf(classifier), sample.label());
    }

    private float[] answerOf(Classifier classifier) {
        float[] answer = new float[classifier.classCount()];
        classifier.original().logits(input, 1, answer);
        return answer;
    }

    /**
     * Tells whether the perturbed input is known to be allowed by another set.
     *
     * @param other the other set
     * @return {@code true} if the {@link #point} found, or the perturbed input itself, lies in the region of that set around
     *     the sample and stands for the perturbed input there
     */
    public boolean liesIn(PerturbationSet other) {
        Region region = other.around(sample);
        return standsForInput(point, region) || standsForInput(input, region);
    }

    private boolean standsForInput(float[] candidate, Region region) {
        if (!region.contains(candidate)) {
            return false;
        }
        float[] reached = new float[input.length];
        region.toInput(candidate, reached);
        return Arrays.equals(reached, input);
    }

    /** Returns how the counterexample was found. */
    @Override
    public String toString() {
        return "counterexample to " + sample + " in " + set + ", found by " + attack + " with seed " + seed + " at "
                + position;
    }
}
