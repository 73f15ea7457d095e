package org.robustest.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.certificate.Certificate;
import org.robustest.certificate.Conclusion;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * The pursuit of one sample by one attack, until it falls, fails, is proved to have no counterexample, or the attack has
 * nothing left to try. A proof costs more than a few points and less than a whole search: it is tried in between.
 */
final class Pursuit {

    /** So many points a class are visited before a proof is tried: one step to each, and its start. */
    private static final long POINTS_BEFORE_PROOF = 2;

    private final int index;
    private final Sample sample;
    private final PerturbationSet set;
    private final Attack attack;
    private final Proofs proofs;
    private final long seed;
    private final Classifier original;
    private final Region region;
    private final Search search;
    private final float[] point;
    private final float[] input;
    private final float[] logits;
    private final float[] inputGradient;
    private final float[] gradient;
    private long forwards;
    private long backwards;
    private boolean hasSeenSlope;
    private boolean hasTriedProof;

    Pursuit(
            int index,
            Sample sample,
            PerturbationSet set,
            Attack attack,
            Proofs proofs,
            long seed,
            Classifier original) {
        this.index = index;
        this.sample = sample;
        this.set = set;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.original = original;
        this.input = sample.input();
        this.inputGradient = new float[input.length];
        this.logits = new float[original.classCount()];
        this.region = set.around(sample);
        Sample origin = region.origin(sample);
        this.point = origin.input();
        this.gradient = new float[point.length];
        this.search = attack.search(origin, region, seed);
    }

    /** Returns the place of the sample among those attacked. */
    int index() {
        return index;
    }

    /** Copies the next point to ask the model about, unless there is none left. */
    boolean propose(float[] batch, int offset) {
        if (!search.propose(point)) {
            return false;
        }
        if (!region.contains(point)) {
            throw new IllegalStateException(attack + " proposed a point outside of " + set + " at " + search.position()
                    + "; the attack is at fault");
        }
        region.toInput(point, input);
        System.arraycopy(input, 0, batch, offset, input.length);
        forwards++;
        backwards++;
        return true;
    }

    /** Keeps the logits of the point, and asks the search which gradient it wants there. */
    void answer(float[] newLogits, float[] cotangent) {
        System.arraycopy(newLogits, 0, logits, 0, logits.length);
        if (Logits.areFinite(logits)) {
            search.cotangent(logits, cotangent);
        }
    }

    /** Takes in the gradient at the point, and tells whether the pursuit is over with that point. */
    Optional<Verdict> learn(float[] batch, int offset) {
        if (!Logits.areFinite(logits)) {
            return Optional.of(new Verdict.Failed(
                    sample,
                    "the model gives the logits " + Arrays.toString(logits) + " at " + search.position() + " of "
                            + attack,
                    effort()));
        }
        if (!Logits.areCorrect(logits, sample.label())) {
            Optional<Verdict> broken = confirm(attack.toString(), search.position());
            if (broken.isPresent()) {
                return broken;
            }
        }
        System.arraycopy(batch, offset, inputGradient, 0, inputGradient.length);
        if (!Logits.areFinite(inputGradient)) {
            return Optional.of(new Verdict.Failed(
                    sample, "the model gives a gradient that is not finite at " + search.position(), effort()));
        }
        region.pullBack(point, inputGradient, gradient);
        hasSeenSlope |= hasSlope(gradient);
        search.learn(gradient);
        return backwards == POINTS_BEFORE_PROOF * logits.length ? prove() : Optional.empty();
    }

    private Optional<Verdict> prove() {
        hasTriedProof = true;
        return proofs.beforeSearch(sample, region).map(this::certified);
    }

    private Verdict certified(Certificate certificate) {
        return new Verdict.Certified(sample, certificate, effort());
    }

    private static boolean hasSlope(float[] gradient) {
        for (float partial : gradient) {
            if (partial != 0) {
                return true;
            }
        }
        return false;
    }

    /** Asks the user's own model object, whose rounding may differ from that of a faster copy, for the last word. */
    private Optional<Verdict> confirm(String finder, String position) {
        float[] confirmed = new float[logits.length];
        original.logits(input, 1, confirmed);
        forwards++;
        if (!Logits.areFinite(confirmed) || Logits.areCorrect(confirmed, sample.label())) {
            return Optional.empty();
        }
        Counterexample counterexample =
                new Counterexample(sample, set, point.clone(), input.clone(), confirmed, finder, seed, position);
        return Optional.of(new Verdict.Broken(counterexample, effort()));
    }

    /** Judges a sample to which no counterexample was found; where no gradient said where to look, that means nothing. */
    Verdict unbroken() {
        Optional<Verdict> cheap = hasTriedProof ? Optional.empty() : prove();
        return cheap.or(this::conclude).orElseGet(this::unproved);
    }

    private Optional<Verdict> conclude() {
        Conclusion conclusion = proofs.afterSearch(sample, region);
        Optional<Verdict> proved = conclusion.certificate().map(this::certified);
        return proved.or(() -> conclusion.suspect().flatMap(suspect -> tryOut(suspect, conclusion.toString())));
    }

    private Optional<Verdict> tryOut(float[] suspect, String position) {
        if (!region.locate(suspect, point) || !region.contains(point)) {
            return Optional.empty();
        }
        region.toInput(point, input);
        return confirm(proofs.toString(), position);
    }

    private Verdict unproved() {
        if (backwards > 0 && !hasSeenSlope) {
            return new Verdict.Failed(
                    sample,
                    "the gradient is zero at all " + backwards + " points visited, so that " + attack
                            + " could not search; a model that rounds, saturates or is constant hides its"
                            + " counterexamples from gradients",
                    effort());
        }
        return new Verdict.Unbroken(sample, effort());
    }

    Verdict failed(RuntimeException reason) {
        return new Verdict.Failed(sample, attack + " stopped with " + reason, effort());
    }

    private Effort effort() {
        return new Effort(forwards, backwards);
    }
}
