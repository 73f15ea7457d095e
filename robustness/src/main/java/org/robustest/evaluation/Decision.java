package org.robustest.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.robustest.perturbation.PerturbationSet;

/**
 * The answer to the question whether a model gets at least a given share of samples right when each may be perturbed. Samples
 * on which the answer does not depend are left {@linkplain Verdict.Open open}.
 *
 * <p>The share is one of ALL samples, and a count on these samples. A positive answer means that no more counterexamples were
 * found by the effort that was spent, unless the certified accuracy alone reaches the share: then it is proved.
 */
public final class Decision {

    private final PerturbationSet set;
    private final double required;
    private final List<Verdict> verdicts;
    private final Diagnostics measured;
    private final boolean isReached;

    Decision(PerturbationSet set, double required, List<Verdict> verdicts, Diagnostics measured, boolean isReached) {
        this.set = set;
        this.required = required;
        this.verdicts = List.copyOf(verdicts);
        this.measured = measured;
        this.isReached = isReached;
    }

    /**
     * Tells whether the required share is reached.
     *
     * @return {@code true} if it is, and nothing stands against concluding so
     */
    public boolean isReached() {
        return isReached && obstacles().isEmpty();
    }

    /**
     * Returns the share that was asked about.
     *
     * @return the required robust accuracy, from 0 to 1
     */
    public double required() {
        return required;
    }

    /**
     * Returns the share of samples that the model gets right and for which a whole search has found no counterexample, or
     * there is a certificate.
     *
     * @return a lower bound of what {@link RobustnessEvaluation#evaluate} would find, from 0 to 1
     */
    public double robustAccuracyAtLeast() {
        return share(Verdict::isRobust);
    }

    /**
     * Returns the share of samples that may be found robust: those that are, and those that were left open.
     *
     * @return an upper bound of what {@link RobustnessEvaluation#evaluate} would find, from 0 to 1
     */
    public double robustAccuracyAtMost() {
        return share(verdict -> verdict.isRobust() || verdict instanceof Verdict.Open);
    }

    /**
     * Returns the share of samples for which it is proved that there is no counterexample.
     *
     * @return the certified accuracy, from 0 to 1
     */
    public double certifiedAccuracy() {
        return share(Verdict.Certified.class::isInstance);
    }

    private double share(Predicate<Verdict> condition) {
        return verdicts.isEmpty()
                ? 0
                : (double) verdicts.stream().filter(condition).count() / verdicts.size();
    }

    /**
     * Returns the verdicts.
     *
     * @return one verdict for each sample, in the order of the samples; unmodifiable
     */
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /**
     * Returns what was spent on all samples together.
     *
     * @return the effort
     */
    public Effort effort() {
        return verdicts.stream().map(Verdict::effort).reduce(Effort.NONE, Effort::plus);
    }

    /**
     * Returns what was measured of the model and of the search, to tell whether the verdicts mean what they say.
     *
     * @return the diagnostics, each with its number; unmodifiable. Those that could not be measured are left out
     */
    public List<Diagnostic> diagnostics() {
        return measured.on(verdicts);
    }

    /**
     * Returns the reasons why the share cannot be concluded to be reached.
     *
     * @return the reasons, each a sentence that says what to do; empty if there is none
     */
    public List<String> obstacles() {
        return Obstacles.of(verdicts, diagnostics());
    }

    /** Returns the question and the answer in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "robust accuracy of at least %s under %s: %s (from %.4f to %.4f, certified %.4f, %d samples, %d of them left open)",
                required,
                set,
                isReached() ? "yes" : obstacles().isEmpty() ? "no" : "inconclusive",
                robustAccuracyAtLeast(),
                robustAccuracyAtMost(),
                certifiedAccuracy(),
                verdicts.size(),
                verdicts.stream().filter(Verdict.Open.class::isInstance).count());
    }
}
