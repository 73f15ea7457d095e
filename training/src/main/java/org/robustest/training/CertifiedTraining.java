package org.robustest.training;

import java.util.List;
import java.util.Optional;
import org.robustest.attack.Attack;
import org.robustest.interval.IntervalMargins;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;

/**
 * Training by interval bounds (Gowal et al., "Scalable Verified Training for Provably Robust Image Classification", ICCV 2019,
 * arXiv:1810.12715; Mirman et al., ICML 2018): the loss is an upper bound of the cross-entropy of every input that a set allows,
 * so that what has been learned can be proved,
 *
 * <pre>{@code κ CE(z) + (1 − κ) log Σ_k exp(bound of z_k − z_y)}</pre>
 *
 * <p>with the bounds of {@link IntervalMargins} on the box that holds the set, and exact gradients through them. The boxes grow
 * from the samples to their whole size, and κ falls from 1, within the {@linkplain #withRise rise}. Each layer has to be affine
 * or never decreasing; another is refused by its name, before the first step. A step takes about three times as long as one
 * by cross-entropy. Immutable.
 */
public final class CertifiedTraining implements TrainingObjective {

    private final PerturbationSet set;
    private final double cleanShare;
    private final double start;
    private final double rise;
    private final double boxShare;
    private final Optional<Attack> attack;

    private CertifiedTraining(
            PerturbationSet set,
            double cleanShare,
            double start,
            double rise,
            double boxShare,
            Optional<Attack> attack) {
        this.set = set;
        this.cleanShare = cleanShare;
        this.start = start;
        this.rise = rise;
        this.boxShare = boxShare;
        this.attack = attack;
    }

    static CertifiedTraining within(PerturbationSet set) {
        return new CertifiedTraining(set, 0.5, 0, 0, 1, Optional.empty());
    }

    /**
     * Returns this objective with another share of the cross-entropy of the unperturbed samples.
     *
     * @param newShare the share κ at the end of the rise, from 0 to 1; the more, the more accurate and the less robust the
     *     model becomes
     * @return the changed objective
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public CertifiedTraining withCleanShare(double newShare) {
        return new CertifiedTraining(
                set, Settings.share(newShare, "share of the unperturbed samples"), start, rise, boxShare, attack);
    }

    /**
     * Returns this objective with a beginning by cross-entropy alone.
     *
     * @param epoch the epoch from which on the boxes grow, 0 or more; the first epoch is 0
     * @return the changed objective
     * @throws IllegalArgumentException if the epoch is negative or not finite
     */
    public CertifiedTraining withStartEpoch(double epoch) {
        return new CertifiedTraining(
                set, cleanShare, Settings.notNegative(epoch, "start epoch"), rise, boxShare, attack);
    }

    /**
     * Returns this objective with boxes that grow linearly. Without, the bounds of a model that has not learned anything yet
     * are so wide that it may make all logits constant.
     *
     * @param epochs how long they grow, from the {@linkplain #withStartEpoch start epoch} on, 0 or more
     * @return the changed objective
     * @throws IllegalArgumentException if the number of epochs is negative or not finite
     */
    public CertifiedTraining withRise(double epochs) {
        return new CertifiedTraining(
                set, cleanShare, start, Settings.notNegative(epochs, "number of epochs of rise"), boxShare, attack);
    }

    /**
     * Returns this objective for small boxes around the worst points that an attack finds, within the set (SABR, Müller et al.,
     * "Certified Training: Small Boxes are All You Need", ICLR 2023, arXiv:2210.04871). The loss is then no bound, and the model
     * more accurate.
     *
     * @param newBoxShare the size of the boxes, as a share of the set, from 0 to 1
     * @param newAttack the attack; a step takes as many times longer as it visits points
     * @return the changed objective
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public CertifiedTraining withSmallBoxes(double newBoxShare, Attack newAttack) {
        return new CertifiedTraining(
                set,
                cleanShare,
                start,
                rise,
                Settings.share(newBoxShare, "share of the boxes"),
                Optional.of(newAttack));
    }

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        IntervalMargins margins = batch.intervalMargins();
        double size = sizeAt(batch.epoch());
        double clean = 1 - (1 - cleanShare) * size;
        TrainingLoss loss =
                TrainingLoss.of(CrossEntropy.PART, CrossEntropy.shareWithGradients(batch, clean, weight, gradients));
        if (clean == 1) {
            return loss;
        }
        BoundPass pass = new BoundPass(batch, (1 - clean) * weight);
        margins.objectiveGradients(boxes(batch, size), batch.size(), pass, gradients);
        return loss.plus(TrainingLoss.of("certified", (1 - clean) * pass.loss()));
    }

    /** The size of the boxes at a time of the training, counted in epochs, as a share of the whole. */
    double sizeAt(double epoch) {
        if (epoch < start) {
            return 0;
        }
        return rise == 0 ? 1 : Math.min(1, (epoch - start) / rise);
    }

    /** Returns the bounds of the inputs: boxes about the samples or the worst points, and all that drawn toward the samples. */
    private float[] boxes(TrainingBatch batch, double size) {
        List<Region> regions = batch.regions(set);
        Optional<float[]> worst = attack.map(chosen -> WorstPoint.ofAll(chosen, regions, batch));
        int length = batch.classifier().inputShape().size();
        double[] lower = new double[length];
        double[] upper = new double[length];
        float[] boxes = new float[2 * batch.size() * length];
        for (int n = 0; n < batch.size(); n++) {
            float[] sample = batch.sample(n).input();
            float[] point = sample.clone();
            int from = n * length;
            worst.ifPresent(points -> System.arraycopy(points, from, point, 0, length));
            regions.get(n).box(lower, upper);
            for (int i = 0; i < length; i++) {
                boxes[2 * from + i] = (float) drawn(sample[i], point[i], lower[i], size);
                boxes[2 * from + length + i] = (float) drawn(sample[i], point[i], upper[i], size);
            }
        }
        return boxes;
    }

    private double drawn(double sample, double point, double end, double size) {
        return sample + size * (point + boxShare * (end - point) - sample);
    }

    /** Returns the settings, such as {@code certified(linf(0.1), clean=0.5, rise=20.0)}. */
    @Override
    public String toString() {
        return "certified(" + set + ", clean=" + cleanShare + (start > 0 ? ", start=" + start : "")
                + (rise > 0 ? ", rise=" + rise : "")
                + attack.map(chosen -> ", boxes=" + boxShare + ", " + chosen).orElse("") + ")";
    }
}
