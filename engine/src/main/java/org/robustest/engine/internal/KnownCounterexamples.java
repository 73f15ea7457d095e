package org.robustest.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.store.CounterexampleFolder;
import org.robustest.store.CounterexampleFolder.Contents;
import org.robustest.store.Replay;
import org.robustest.store.StoredCounterexample;

/** The counterexamples of a test that were stored before this run, and what has become of them. */
final class KnownCounterexamples {

    private final Contents contents;
    private final Map<String, Sample> samples = new HashMap<>();
    private final List<StoredCounterexample> breaking = new ArrayList<>();
    private final List<StoredCounterexample> fixed = new ArrayList<>();
    private final List<StoredCounterexample> strangers = new ArrayList<>();

    private KnownCounterexamples(Contents contents, Subject subject) {
        this.contents = contents;
        if (!contents.entries().isEmpty()) {
            subject.samples().forEach(sample -> samples.put(sample.id(), sample));
            contents.entries().forEach(entry -> sort(entry.counterexample(), subject));
        }
    }

    private void sort(StoredCounterexample stored, Subject subject) {
        Sample sample = samples.get(stored.finding().sampleId());
        if (sample == null || !stored.isOf(sample)) {
            strangers.add(stored);
        } else if (stored.breaks(subject.model())) {
            breaking.add(stored);
        } else {
            fixed.add(stored);
        }
    }

    static KnownCounterexamples of(TestMethod test, Subject subject, Settings settings) {
        if (settings.counterexamples() == Keeping.OFF) {
            return new KnownCounterexamples(Contents.NONE, subject);
        }
        CounterexampleFolder folder = folder(test, settings);
        return new KnownCounterexamples(folder.read(), subject);
    }

    static CounterexampleFolder folder(TestMethod test, Settings settings) {
        return CounterexampleFolder.of(
                settings.stored(), test.testClass().getName(), test.method().getName());
    }

    /** Returns the attack by those that still break the model; of the others there is nothing to be learned. */
    Replay replay() {
        return Replay.of(breaking);
    }

    /** Tells whether one of them breaks a sample within a set. */
    boolean breaks(Sample sample, PerturbationSet set) {
        return breaking.stream()
                .anyMatch(stored -> stored.finding().sampleId().equals(sample.id()) && stored.liesIn(set, sample));
    }

    List<StoredCounterexample> fixed() {
        return fixed;
    }

    int size() {
        return contents.entries().size();
    }

    /** Keeps a test from passing beside a counterexample that nobody can read. */
    void requireReadable() {
        contents.unreadable("the test").ifPresent(reason -> {
            throw new InconclusiveError("Inconclusive, which does not pass: " + reason);
        });
    }

    /** Returns what is to be said of them. */
    List<String> notes(String test, Verbosity verbosity) {
        if (contents.entries().isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add("counterexamples of " + test + ": " + size() + " stored, " + breaking.size()
                + " still break the model, "
                + fixed.size() + " are fixed" + names(fixed) + ", " + strangers.size()
                + " are of other samples than those of now" + names(strangers));
        if (verbosity == Verbosity.VERBOSE) {
            breaking.forEach(stored -> notes.add("still breaks the model: " + stored));
        }
        return notes;
    }

    private static String names(List<StoredCounterexample> some) {
        if (some.isEmpty()) {
            return "";
        }
        String more = some.size() > 5 ? ", and " + (some.size() - 5) + " more" : "";
        return some.stream()
                .limit(5)
                .map(stored -> stored.finding().sampleId())
                .collect(Collectors.joining(", ", " (", more + ")"));
    }
}
