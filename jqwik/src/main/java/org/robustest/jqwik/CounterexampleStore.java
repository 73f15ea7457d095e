package org.robustest.jqwik;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.store.CounterexampleFolder;
import org.robustest.store.CounterexampleKeys;
import org.robustest.store.Hash;
import org.robustest.store.StoredCounterexample;

/**
 * The counterexamples of one property.
 *
 * @param keeping what becomes of those that are found
 * @param stored where those are that are replayed
 * @param found where those go that are found, unless they are to be replayed
 */
record CounterexampleStore(Keeping keeping, CounterexampleFolder stored, CounterexampleFolder found) {

    private static final String ORIGIN = "stored counterexample";

    static CounterexampleStore of(PropertyLifecycleContext property) {
        return new CounterexampleStore(
                keepingAsked(),
                folder(property, CounterexampleKeys.STORED, CounterexampleKeys.USUAL_STORED),
                folder(property, CounterexampleKeys.FOUND, CounterexampleKeys.USUAL_FOUND));
    }

    private static Keeping keepingAsked() {
        String text = System.getProperty(CounterexampleKeys.KEEPING, "find");
        try {
            return Keeping.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new JqwikException(
                    "the system property " + CounterexampleKeys.KEEPING
                            + " must be one of find, update, off, but it is \"" + text + "\"",
                    e);
        }
    }

    private static CounterexampleFolder folder(PropertyLifecycleContext property, String key, String usual) {
        return CounterexampleFolder.of(
                Path.of(System.getProperty(key, usual)),
                property.containerClass().getName(),
                property.targetMethod().getName());
    }

    /** Returns the stored counterexamples that are perturbations of these samples in this set. */
    List<PerturbedSample> known(Subject subject) {
        List<PerturbedSample> known = new ArrayList<>();
        if (keeping != Keeping.OFF) {
            for (CounterexampleFolder.Contents.Entry entry : stored.read().entries()) {
                for (Sample sample : subject.samples()) {
                    StoredCounterexample each = entry.counterexample();
                    if (each.isOf(sample)) {
                        each.pointIn(subject.set(), sample).ifPresent(point -> {
                            Region region = subject.set().around(sample);
                            known.add(new PerturbedSample(subject, sample, region, point, ORIGIN));
                        });
                    }
                }
            }
        }
        return known;
    }

    /** Returns what keeps a property from passing: files that may be counterexamples, but cannot be read. */
    Optional<String> unreadable() {
        return keeping == Keeping.OFF
                ? Optional.empty()
                : stored.read().unreadable("the property").map(reason -> "nothing can be concluded: " + reason);
    }

    /** Writes a counterexample, unless it is stored already or there is no model that it could be one to. */
    Optional<Path> keep(PerturbedSample sample, long seed) {
        Optional<Classifier> model = sample.subject().model();
        if (keeping == Keeping.OFF || model.isEmpty() || sample.origin().equals(ORIGIN)) {
            return Optional.empty();
        }
        StoredCounterexample counterexample = StoredCounterexample.of(
                sample.original(),
                sample.set(),
                sample.point(),
                model.get(),
                Hash.of(model.get(), sample.subject().samples()),
                new StoredCounterexample.Origin("property", seed, sample.origin() + ", shrunk"));
        try {
            return Optional.of(keeping == Keeping.UPDATE ? stored.add(counterexample) : found.put(counterexample));
        } catch (IOException e) {
            throw new JqwikException(
                    "the counterexample to " + sample.original().id() + " cannot be written to "
                            + (keeping == Keeping.UPDATE ? stored : found) + " (" + e
                            + "); see that this user may write there, or give another folder",
                    e);
        }
    }

    /** What becomes of counterexamples that are found. */
    enum Keeping {
        FIND,
        UPDATE,
        OFF
    }
}
