package org.robustest.evaluation;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.statistics.ConfidenceInterval;

/**
 * What is known of a model on given samples within one perturbation set: a verdict on each sample.
 *
 * <p>All accuracies are shares of ALL samples: one that is misclassified without any perturbation, or that could not be
 * judged, counts as wrong. They are counts on these samples and say nothing of others.
 */
public final class RobustnessResult {

    private final Samples samples;
    private final PerturbationSet set;
    private final String attack;
    private final String certifier;
    private final long seed;
    private final List<Verdict> verdicts;
    private final Diagnostics measured;

    RobustnessResult(
            Samples samples,
            PerturbationSet set,
            String attack,
            String certifier,
            long seed,
            List<Verdict> verdicts,
            Diagnostics measured) {
        this.samples = samples;
        this.set = set;
        this.attack = attack;
        this.certifier = certifier;
        this.seed = seed;
        this.verdicts = List.copyOf(verdicts);
        this.measured = measured;
    }

    Diagnostics measured() {
        return measured;
    }

    /**
     * Returns the samples.
     *
     * @return the samples, in the order of the verdicts
     */
    public Samples samples() {
        return samples;
    }

    /**
     * Returns the set within which each sample could be perturbed.
     *
     * @return the perturbation set, with the range that was in force
     */
    public PerturbationSet set() {
        return set;
    }

    /**
     * Returns the attack that searched the set.
     *
     * @return the name of the attack with all of its settings
     */
    public String attack() {
        return attack;
    }

    /**
     * Returns how certificates were sought.
     *
     * @return the methods of proof in the order in which they were tried, or why there are none
     */
    public String certifier() {
        return certifier;
    }

    /**
     * Tells whether certificates were sought. Where they were not, because nobody asked for them or the model cannot be bounded, a
     * {@linkplain #certifiedAccuracy() certified accuracy} of 0 says nothing of the model.
     *
     * @return {@code true} if a proof was tried
     */
    public boolean soughtCertificates() {
        return Proofs.areTried(certifier);
    }

    /**
     * Returns the seed of the run.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
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
     * Returns the verdicts of one kind.
     *
     * @param kind the class of the verdicts, such as {@code Verdict.Broken.class}
     * @param <V> the kind
     * @return the verdicts of that kind, in the order of the samples
     */
    public <V extends Verdict> List<V> verdicts(Class<V> kind) {
        return verdicts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Returns the share of samples that the model gets right and for which no counterexample is known.
     *
     * @return the robust accuracy, from 0 to 1; an upper bound, since a better attack may find more
     * @throws IllegalStateException if there are no samples
     */
    public double robustAccuracy() {
        return share(Verdict::isRobust);
    }

    /**
     * Returns the share of samples for which it is proved that there is no counterexample.
     *
     * @return the certified accuracy, from 0 to 1; a lower bound of what any attack can leave
     * @throws IllegalStateException if there are no samples
     */
    public double certifiedAccuracy() {
        return share(Verdict.Certified.class::isInstance);
    }

    /**
     * Returns the share of samples that the model gets right without any perturbation.
     *
     * @return the clean accuracy, from 0 to 1
     * @throws IllegalStateException if there are no samples
     */
    public double cleanAccuracy() {
        return share(Verdict::isCorrect);
    }

    private double share(Predicate<Verdict> condition) {
        if (verdicts.isEmpty()) {
            throw new IllegalStateException("there is no accuracy on no samples; see obstacles()");
        }
        return (double) verdicts.stream().filter(condition).count() / verdicts.size();
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
     * Bounds the robust accuracy in the population that the samples were drawn from at random. It is a statement about that
     * population only if they were, and about the attack: a better one may leave less.
     *
     * @param confidence the confidence of both bounds together, between 0 and 1
     * @return the interval of Clopper and Pearson
     * @throws IllegalArgumentException if there are no samples, or the confidence is not between 0 and 1
     */
    public ConfidenceInterval robustAccuracy(double confidence) {
        int robust = (int) verdicts.stream().filter(Verdict::isRobust).count();
        return ConfidenceInterval.clopperPearson(robust, verdicts.size(), confidence);
    }

    /**
     * Returns the part of this result that is about the samples of one class.
     *
     * @param className the name of the true class
     * @return the result on those samples
     * @throws IllegalArgumentException if no class has that name
     */
    public RobustnessResult forClass(String className) {
        int label = samples.label(className);
        return where(sample -> sample.label() == label);
    }

    /**
     * Returns the part of this result that is about some of the samples, such as those of one patient.
     *
     * @param condition tells which samples
     * @return the result on those samples, which may be none
     */
    public RobustnessResult where(Predicate<Sample> condition) {
        return new RobustnessResult(
                samples.where(condition),
                set,
                attack,
                certifier,
                seed,
                verdicts.stream()
                        .filter(verdict -> condition.test(verdict.sample()))
                        .toList(),
                measured);
    }

    /**
     * Returns the parts of this result by a tag of the samples, such as the patient, the record or the lead.
     *
     * @param tag gives the tag of a sample
     * @return the result on the samples with each tag, by tag in alphabetical order; unmodifiable
     */
    public SortedMap<String, RobustnessResult> by(Function<Sample, String> tag) {
        Map<String, String> tags = new HashMap<>();
        samples.forEach(sample -> tags.put(sample.id(), tag.apply(sample)));
        SortedMap<String, RobustnessResult> parts = new TreeMap<>();
        new TreeSet<>(tags.values())
                .forEach(value -> parts.put(value, where(sample -> value.equals(tags.get(sample.id())))));
        return Collections.unmodifiableSortedMap(parts);
    }

    /**
     * Returns the parts of this result by a tag that samples may carry, such as {@code patient}, {@code record} or {@code lead}.
     *
     * @param tag the name of the tag
     * @return the result on the samples with each value of the tag, by value in alphabetical order; unmodifiable. Samples without
     *     the tag are in none of the parts
     * @throws IllegalArgumentException if no sample has the tag, although there are samples
     */
    public SortedMap<String, RobustnessResult> byTag(String tag) {
        requireTag(tag);
        return where(sample -> sample.tags().containsKey(tag))
                .by(sample -> sample.tags().getOrDefault(tag, ""));
    }

    /**
     * Returns the part of this result that is about the samples with one value of a tag, such as those of one patient.
     *
     * @param tag the name of the tag
     * @param value its value
     * @return the result on those samples, which may be none
     * @throws IllegalArgumentException if no sample has the tag, although there are samples
     */
    public RobustnessResult forTag(String tag, String value) {
        requireTag(tag);
        return where(sample -> value.equals(sample.tags().get(tag)));
    }

    private void requireTag(String tag) {
        SortedSet<String> tags = tags();
        if (!tags.contains(tag) && !verdicts.isEmpty()) {
            throw new IllegalArgumentException("no sample has the tag \"" + tag + "\"; the tags are " + tags
                    + ". Samples.Builder.add(id, input, label, tags) gives them");
        }
    }

    private SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>();
        samples.forEach(sample -> tags.addAll(sample.tags().keySet()));
        return tags;
    }

    /**
     * Returns the parts of this result by the true class.
     *
     * @return the result on the samples of each class that has any, by the name of the class, in the order of the classes;
     *     unmodifiable
     */
    public Map<String, RobustnessResult> byClass() {
        Map<String, RobustnessResult> parts = new LinkedHashMap<>();
        for (String className : samples.classNames()) {
            RobustnessResult part = forClass(className);
            if (!part.verdicts.isEmpty()) {
                parts.put(className, part);
            }
        }
        return Collections.unmodifiableMap(parts);
    }

    /**
     * Returns what is known of the share of samples that the model gets right whatever the adversary does: at least those of
     * which that is proved, and at most those to which no counterexample is known.
     *
     * @return the certified and the robust accuracy
     * @throws IllegalStateException if there are no samples
     */
    public AccuracyInterval accuracyInterval() {
        return new AccuracyInterval(certifiedAccuracy(), robustAccuracy(), verdicts.size());
    }

    /**
     * Returns the counterexample that the model is most wrong about.
     *
     * @return the counterexample with the smallest margin, or nothing if none is known
     */
    public Optional<Counterexample> worst() {
        return verdicts(Verdict.Broken.class).stream()
                .map(Verdict.Broken::counterexample)
                .min(Comparator.comparingDouble(Counterexample::margin)
                        .thenComparing(counterexample -> counterexample.sample().id()));
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
     * Returns the reasons why nothing can be concluded from this result.
     *
     * <p>A result with an obstacle must not make a test pass, whatever its accuracies are.
     *
     * @return the reasons, each a sentence that says what to do; empty if there is none
     */
    public List<String> obstacles() {
        return Obstacles.of(verdicts, diagnostics());
    }

    /** Returns the set, the accuracies and the counts in one line. */
    @Override
    public String toString() {
        if (verdicts.isEmpty()) {
            return set + ": no samples";
        }
        return String.format(
                Locale.ROOT,
                "%s: robust accuracy %.4f, certified %.4f, clean accuracy %.4f (%d samples: %d certified, %d unbroken, %d"
                        + " broken, %d misclassified, %d failed)",
                set,
                robustAccuracy(),
                certifiedAccuracy(),
                cleanAccuracy(),
                verdicts.size(),
                verdicts(Verdict.Certified.class).size(),
                verdicts(Verdict.Unbroken.class).size(),
                verdicts(Verdict.Broken.class).size(),
                verdicts(Verdict.Misclassified.class).size(),
                verdicts(Verdict.Failed.class).size());
    }
}
