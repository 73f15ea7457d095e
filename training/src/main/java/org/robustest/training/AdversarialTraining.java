package org.robustest.training;

import java.util.List;
import java.util.stream.IntStream;
import org.robustest.attack.Loss;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;

/**
 * Adversarial training (Madry et al., "Towards Deep Learning Models Resistant to Adversarial Attacks", ICLR 2018), in the
 * form that Ma and Liang (2022) compare with: {@code ½ CE(x) + ½ CE(x_adv)}, where {@code x_adv} comes from a walk of PGD that
 * starts at a random point of the set. A step takes as many times as long as the walk has steps. Immutable.
 */
public final class AdversarialTraining implements TrainingObjective {

    private final PerturbationSet set;
    private final int steps;
    private final double stepSize;

    private AdversarialTraining(PerturbationSet set, int steps, double stepSize) {
        this.set = set;
        this.steps = steps;
        this.stepSize = stepSize;
    }

    static AdversarialTraining within(PerturbationSet set) {
        return new AdversarialTraining(set, 10, 0.01);
    }

    /**
     * Returns this objective with another number of steps.
     *
     * @param newSteps the steps of PGD, at least 1
     * @return the changed objective
     * @throws IllegalArgumentException if there is no step
     */
    public AdversarialTraining withSteps(int newSteps) {
        return new AdversarialTraining(set, Settings.atLeastOne(newSteps, "number of steps of PGD"), stepSize);
    }

    /**
     * Returns this objective with steps of another length.
     *
     * @param length the length of a step in the norm of the set, positive, in the unit of the inputs
     * @return the changed objective
     * @throws IllegalArgumentException if the length is not positive and finite
     */
    public AdversarialTraining withStepSize(double length) {
        return new AdversarialTraining(set, steps, Settings.positive(length, "length of a step of PGD"));
    }

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        TrainingBatch perturbed = batch.withInputs(perturbed(batch));
        double clean = CrossEntropy.meanWithGradients(batch, 0.5 * weight, gradients);
        double adversarial = CrossEntropy.meanWithGradients(perturbed, 0.5 * weight, gradients);
        return TrainingLoss.of(CrossEntropy.PART, 0.5 * clean).plus(TrainingLoss.of("adversarial", 0.5 * adversarial));
    }

    private float[] perturbed(TrainingBatch batch) {
        PerturbationSet allowed = set.range().isBounded() ? set : set.within(batch.range());
        int size = batch.classifier().inputShape().size();
        List<Region> regions = IntStream.range(0, batch.size())
                .mapToObj(i -> allowed.around(batch.sample(i)))
                .toList();
        float[][] points = new float[batch.size()][];
        for (int i = 0; i < batch.size(); i++) {
            points[i] = regions.get(i).origin(batch.sample(i)).input();
            regions.get(i)
                    .draw(
                            points[i],
                            RandomStream.of(batch.seed(), batch.sample(i).id(), "adversarial training"));
        }
        float[] inputs = new float[batch.size() * size];
        float[] logits = new float[batch.size() * batch.classifier().classCount()];
        float[] ascents = new float[inputs.length];
        float[] ascent = new float[size];
        for (int step = 0; step < steps; step++) {
            toInputs(regions, points, inputs, size);
            batch.classifier()
                    .inputGradients(
                            inputs,
                            batch.size(),
                            (i, z, u) -> Loss.crossEntropy().cotangent(z, batch.label(i), u),
                            logits,
                            ascents);
            for (int i = 0; i < batch.size(); i++) {
                System.arraycopy(ascents, i * size, ascent, 0, size);
                float[] pulledBack = new float[points[i].length];
                regions.get(i).pullBack(points[i], ascent, pulledBack);
                regions.get(i).ascend(points[i], pulledBack, stepSize);
            }
        }
        toInputs(regions, points, inputs, size);
        return inputs;
    }

    private static void toInputs(List<Region> regions, float[][] points, float[] inputs, int size) {
        float[] input = new float[size];
        for (int i = 0; i < points.length; i++) {
            regions.get(i).toInput(points[i], input);
            System.arraycopy(input, 0, inputs, i * size, size);
        }
    }

    /** Returns the settings, such as {@code adversarial(linf(0.1), steps=10, stepSize=0.01)}. */
    @Override
    public String toString() {
        return "adversarial(" + set + ", steps=" + steps + ", stepSize=" + stepSize + ")";
    }
}
