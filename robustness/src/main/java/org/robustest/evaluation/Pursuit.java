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

    private final AttackRun.Stage stage;
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
    private final float[] unusedCotangent;
    private boolean isInside;
    private boolean isSuspect;
    private long points;
    private long forwards;
    private long backwards;
    private boolean hasSeenSlope;
    private boolean hasTriedProof;

    Pursuit(
            AttackRun.Stage stage,
            Sample sample,
            PerturbationSet set,
            Attack attack,
            Proofs proofs,
            long seed,
            Classifier original) {
        this.stage = stage;
        this.sample = sample;
        this.set = set;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.original = original;
        this.input = sample.input();
        this.inputGradient = new float[input.length];
        this.logits = new float[original.classCount()];
        this.unusedCotangent = new float[original.classCount()];
        this.region = set.around(sample);
        Sample origin = region.origin(sample);
        this.point = origin.input();
        this.gradient = new float[point.length];
        this.search = attack.search(origin, region, seed);
    }

    /** Returns which sample is pursued, and at which level. */
    AttackRun.Stage stage() {
        return stage;
    }

    /** Finds the next point to ask the model about, unless there is none left. */
    boolean propose() {
        if (!search.propose(point)) {
            return false;
        }
        isInside = region.contains(point);
        if (!isInside && !search.mayLeaveRegion()) {
            throw new IllegalStateException(attack + " proposed a point outside of " + set + " at " + search.position()
                    + "; the attack is at fault");
        }
        region.toInput(point, input);
        points++;
        forwards++;
        backwards += wantsGradient() ? 1 : 0;
        return true;
    }

    /** Tells whether the gradient at the point is wanted, or the logits only. */
    boolean wantsGradient() {
        return search.wantsGradient();
    }

    void copyInputTo(float[] batch, int offset) {
        System.arraycopy(input, 0, batch, offset, input.length);
    }

    /** Keeps the logits of the point, and asks the search which gradient it wants there. */
    void answer(float[] newLogits, float[] cotangent) {
        System.arraycopy(newLogits, 0, logits, 0, logits.length);
        if (Logits.areFinite(logits)) {
            search.cotangent(logits, cotangent);
        }
    }

    /** Keeps the logits of a point at which no gradient is wanted, and tells whether the pursuit is over with that point. */
    Optional<Verdict> learnLogits(float[] batch, int offset) {
        System.arraycopy(batch, offset, logits, 0, logits.length);
        if (Logits.areFinite(logits)) {
            search.cotangent(logits, unusedCotangent);
        }
        return judge();
    }

    /** Takes in the gradient at the point, and tells whether the pursuit is over with that point. */
    Optional<Verdict> learn(float[] batch, int offset) {
        System.arraycopy(batch, offset, inputGradient, 0, inputGradient.length);
        return judge();
    }

    /**
     * Tells whether the point looks like a counterexample: then the user's own model object, whose rounding may differ from that
     * of a faster copy, has the last word.
     */
    boolean isSuspect() {
        return isSuspect;
    }

    /** Takes in what the user's own model says of the suspected point, and tells whether the pursuit is over with it. */
    Optional<Verdict> learnConfirmation(float[] batch, int offset) {
        isSuspect = false;
        float[] confirmed = Arrays.copyOfRange(batch, offset, offset + logits.length);
        return confirm(confirmed, attack.toString(), search.position()).or(this::goOn);
    }

    private Optional<Verdict> goOn() {
        if (!wantsGradient()) {
            Arrays.fill(gradient, 0);
        } else if (Logits.areFinite(inputGradient)) {
            region.pullBack(point, inputGradient, gradient);
            hasSeenSlope |= hasSlope(gradient);
        } else {
            return Optional.of(new Verdict.Failed(
                    sample, "the model gives a gradient that is not finite at " + search.position(), effort()));
        }
        search.learn(gradient);
        return points == POINTS_BEFORE_PROOF * logits.length ? prove() : Optional.empty();
    }

    /** Ends the pursuit if the logits cannot be used, halts it if they are those of a counterexample, and else goes on. */
    private Optional<Verdict> judge() {
        if (!Logits.areFinite(logits)) {
            return Optional.of(withoutNumbers("the model", logits, search.position(), attack.toString()));
        }
        isSuspect = isInside && !Logits.areCorrect(logits, sample.label());
        return isSuspect ? Optional.empty() : goOn();
    }

    private Verdict withoutNumbers(String who, float[] given, String position, String finder) {
        return new Verdict.Failed(
                sample,
                who + " gives the logits " + Arrays.toString(given) + " at " + position + " of " + finder,
                effort());
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

    private Optional<Verdict> confirm(float[] confirmed, String finder, String position) {
        forwards++;
        if (!Logits.areFinite(confirmed)) {
            return Optional.of(withoutNumbers("the model itself", confirmed, position, finder));
        }
        if (Logits.areCorrect(confirmed, sample.label())) {
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
        float[] confirmed = new float[logits.length];
        original.logits(input, 1, confirmed);
        return confirm(confirmed, proofs.toString(), position);
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
        if (region.radius() > 0 && search.wasBlind()) {
            return new Verdict.Failed(
                    sample,
                    "the model gives the true class the same lead at all " + points + " points visited, so that "
                            + attack + " could not search; for a model that gives no more than labels use HopSkipJump",
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
