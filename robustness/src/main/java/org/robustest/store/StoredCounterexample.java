package org.robustest.store;

import java.util.Arrays;
import java.util.Optional;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * A counterexample as it is kept in files, to be put to later versions of the model.
 *
 * <p>Immutable.
 */
public final class StoredCounterexample {

    private final Finding finding;
    private final float[] point;
    private final float[] input;

    StoredCounterexample(Finding finding, float[] point, float[] input) {
        this.finding = finding;
        this.point = point;
        this.input = input;
    }

    /**
     * Returns a counterexample as it was found.
     *
     * @param found the counterexample
     * @param model the {@link Hash} of the model
     * @return the counterexample, to be stored
     */
    public static StoredCounterexample of(Counterexample found, String model) {
        return of(found, found.point(), found.input(), found.prediction(), model);
    }

    static StoredCounterexample of(Counterexample found, float[] point, float[] input, int prediction, String model) {
        Origin origin = new Origin(found.attack(), found.seed(), found.position());
        return of(found.sample(), found.set(), point, input, prediction, model, origin);
    }

    /**
     * Returns a counterexample that was found by other means than an evaluation.
     *
     * @param sample the sample
     * @param set the set that was searched
     * @param point the point of the region around the sample that stands for the perturbed input
     * @param classifier the model, whose {@link Classifier#original()} is asked which wrong class it leans to most
     * @param model the {@link Hash} of the model
     * @param origin how it was found
     * @return the counterexample, to be stored
     * @throws IllegalArgumentException if the point does not lie in the region
     */
    public static StoredCounterexample of(
            Sample sample, PerturbationSet set, float[] point, Classifier classifier, String model, Origin origin) {
        Region region = set.around(sample);
        if (!region.contains(point)) {
            throw new IllegalArgumentException("a counterexample to " + sample.id() + " in " + set
                    + " must lie in that set, but its point does not; project it first");
        }
        float[] input = new float[sample.shape().size()];
        region.toInput(point, input);
        Question question = Question.of(classifier, sample.label());
        question.isWrongAbout(input);
        return of(sample, set, point.clone(), input, question.prediction(), model, origin);
    }

    private static StoredCounterexample of(
            Sample sample,
            PerturbationSet set,
            float[] point,
            float[] input,
            int prediction,
            String model,
            Origin origin) {
        Region region = set.around(sample);
        Finding finding = new Finding(
                sample.id(),
                Hash.of(sample.input()),
                sample.shape(),
                sample.label(),
                prediction,
                set.toString(),
                set.epsilon(),
                region.distance(point),
                Differences.count(point, region.origin(sample).input()),
                origin.finder(),
                origin.seed(),
                origin.position(),
                model);
        return new StoredCounterexample(finding, point, input);
    }

    /**
     * Returns what is known of the counterexample beside its values.
     *
     * @return the finding
     */
    public Finding finding() {
        return finding;
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
     * Returns a copy of the {@linkplain Counterexample#point() point} that stands for the perturbed input: that input itself,
     * or the parameters of the perturbation.
     *
     * @return the coordinates of the point
     */
    public float[] point() {
        return point.clone();
    }

    boolean hasParameters() {
        return !Arrays.equals(point, input);
    }

    /**
     * Tells whether this is a counterexample to a sample: whether that has the same id, class, shape and values as when the
     * counterexample was found.
     *
     * @param sample the sample
     * @return {@code true} if it is the same sample
     */
    public boolean isOf(Sample sample) {
        return finding.sampleId().equals(sample.id())
                && finding.label() == sample.label()
                && finding.shape().equals(sample.shape())
                && finding.sampleHash().equals(Hash.of(sample.input()));
    }

    /**
     * Puts the perturbed input to a model.
     *
     * @param classifier the model; its {@link Classifier#original()} is asked
     * @return {@code true} if the model gets it wrong, or gives logits that are not finite
     */
    public boolean breaks(Classifier classifier) {
        return !Question.of(classifier, finding.label()).isRightAbout(input);
    }

    /**
     * Tells whether the perturbed input is known to be allowed by a set.
     *
     * @param set the set
     * @param sample the sample that {@linkplain #isOf this is a counterexample to}
     * @return {@code true} if the point, or the perturbed input itself, lies in the region of that set around the sample and
     *     stands for the perturbed input there
     */
    public boolean liesIn(PerturbationSet set, Sample sample) {
        return pointIn(set, sample).isPresent();
    }

    /**
     * Returns the point of a set that stands for the perturbed input.
     *
     * @param set the set
     * @param sample the sample that {@linkplain #isOf this is a counterexample to}
     * @return the coordinates of the point in the region of that set around the sample; none if it is not known to be allowed
     *     there
     */
    public Optional<float[]> pointIn(PerturbationSet set, Sample sample) {
        Region region = set.around(sample);
        return pointIn(region, region.origin(sample).shape().size()).map(float[]::clone);
    }

    Optional<float[]> pointIn(Region region, int coordinates) {
        if (standsForInput(point, region, coordinates)) {
            return Optional.of(point);
        }
        return standsForInput(input, region, coordinates) ? Optional.of(input) : Optional.empty();
    }

    private boolean standsForInput(float[] candidate, Region region, int coordinates) {
        if (candidate.length != coordinates || !region.contains(candidate)) {
            return false;
        }
        float[] reached = new float[input.length];
        region.toInput(candidate, reached);
        return Arrays.equals(reached, input);
    }

    /** Returns the sample and what the model takes it for. */
    @Override
    public String toString() {
        return "counterexample to " + finding.sampleId() + " at a distance of " + finding.distance() + " in "
                + finding.set();
    }

    /**
     * How a counterexample was found.
     *
     * @param finder what found it, with its settings
     * @param seed the seed of that run
     * @param position where in the run it was found
     */
    public record Origin(String finder, long seed, String position) {}
}
