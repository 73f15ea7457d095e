package org.robustest.training;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.interval.IntervalMargins;
import org.robustest.network.Objective;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/** The samples of one step, and the network as it is before that step. */
public final class TrainingBatch {

    private final List<Sample> samples;
    private final float[] inputs;
    private final BatchPasses passes;
    private final InputRange range;
    private final TrainingTime time;

    TrainingBatch(List<Sample> samples, InputRange range, BatchPasses passes, TrainingTime time) {
        this.samples = samples;
        this.passes = passes;
        this.range = range;
        this.time = time;
        int size = passes.classifier().inputShape().size();
        this.inputs = new float[samples.size() * size];
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).copyInputTo(inputs, i * size);
        }
    }

    private TrainingBatch(TrainingBatch other, float[] inputs) {
        this.samples = other.samples;
        this.passes = other.passes;
        this.range = other.range;
        this.time = other.time;
        this.inputs = inputs;
    }

    /**
     * Returns the same samples with other inputs, such as perturbed ones.
     *
     * @param newInputs the inputs, row-major {@code [N, C, L]}; not copied
     * @return the changed batch
     */
    public TrainingBatch withInputs(float[] newInputs) {
        return new TrainingBatch(this, newInputs);
    }

    /**
     * Returns the number of samples.
     *
     * @return the number N, at least 1
     */
    public int size() {
        return samples.size();
    }

    /**
     * Returns one sample, with its own input.
     *
     * @param index its index in the batch, from 0
     * @return the sample
     */
    public Sample sample(int index) {
        return samples.get(index);
    }

    /**
     * Returns the true class of one sample.
     *
     * @param index its index in the batch, from 0
     * @return the label, from 0
     */
    public int label(int index) {
        return samples.get(index).label();
    }

    /**
     * Returns the inputs of the batch.
     *
     * @return the inputs, row-major {@code [N, C, L]}; not to be changed
     */
    public float[] inputs() {
        return inputs;
    }

    /**
     * Returns the range that all inputs lie in.
     *
     * @return the range that the samples declare
     */
    public InputRange range() {
        return range;
    }

    /**
     * Returns the model.
     *
     * @return the model with the parameters before this step, by its logits
     */
    public DifferentiableClassifier classifier() {
        return passes.classifier();
    }

    /**
     * Returns how far the training is.
     *
     * @return the time, counted in epochs: 1.5 in the middle of the second
     */
    public double epoch() {
        return time.epoch();
    }

    /**
     * Returns the seed of the random numbers of this step.
     *
     * @return a number that differs from step to step and depends on the seed of the training
     */
    public long seed() {
        return time.seed();
    }

    /** The perturbed inputs that a set allows for each sample; the range of the samples restricts a set that has none. */
    List<Region> regions(PerturbationSet set) {
        PerturbationSet allowed = set.range().isBounded() ? set : set.within(range);
        return samples.stream().map(allowed::around).toList();
    }

    /**
     * Returns the interval bounds of the margins of the model.
     *
     * @return the bounds for the parameters before this step
     * @throws IllegalArgumentException if a layer has no bounds that could be learned, with its name
     */
    IntervalMargins intervalMargins() {
        return passes.intervalMargins();
    }

    /**
     * Computes the gradients of an objective for the inputs of this batch.
     *
     * @param objective the objective
     * @param gradients receive the gradients, added to what they hold, in the form that {@link
     *     TrainingObjective#addGradients} is given
     */
    public void addGradients(Objective objective, List<float[]> gradients) {
        passes.addGradients(inputs, size(), objective, gradients);
    }
}
