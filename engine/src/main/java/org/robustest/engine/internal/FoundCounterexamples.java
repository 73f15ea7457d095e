package org.robustest.engine.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.JUnitException;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.store.CounterexampleFolder;
import org.robustest.store.Replay;
import org.robustest.store.Shrinking;
import org.robustest.store.StoredCounterexample;

/** Writes the counterexamples that a test finds, each of them once: those that the model is most wrong about first. */
final class FoundCounterexamples {

    private final Subject subject;
    private final Settings settings;
    private final KnownCounterexamples known;
    private final CounterexampleFolder folder;
    private final Set<String> seen = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private int written;
    private int leftOut;

    FoundCounterexamples(TestMethod test, Subject subject, Settings settings, KnownCounterexamples known) {
        this.subject = subject;
        this.settings = settings;
        this.known = known;
        this.folder = settings.counterexamples() == Keeping.UPDATE
                ? KnownCounterexamples.folder(test, settings)
                : CounterexampleFolder.of(
                                settings.found(),
                                test.testClass().getName(),
                                test.method().getName())
                        .withoutWaiting();
    }

    /** Writes what is new in a result, and returns the file of the one that the model is most wrong about, if it is among it. */
    synchronized Optional<Path> keep(RobustnessResult result) {
        if (settings.counterexamples() == Keeping.OFF) {
            return Optional.empty();
        }
        List<Counterexample> found = result.verdicts(Verdict.Broken.class).stream()
                .map(Verdict.Broken::counterexample)
                .filter(each -> !Replay.isStored(each) && !known.breaks(each.sample(), result.set()))
                .sorted(Comparator.comparingDouble(Counterexample::margin)
                        .thenComparing(each -> each.sample().id()))
                .toList();
        Optional<Path> worst = Optional.empty();
        for (Counterexample each : found) {
            if (seen.add(each.sample().id())) {
                if (written == settings.limit()) {
                    leftOut++;
                } else {
                    Optional<Path> file = write(each);
                    worst = worst.or(() -> file);
                    written++;
                }
            }
        }
        return worst;
    }

    private Optional<Path> write(Counterexample found) {
        try {
            if (settings.counterexamples() == Keeping.UPDATE) {
                requireSources();
                return Optional.of(folder.add(Shrinking.shrink(found, subject.model(), subject.modelHash())));
            }
            return Optional.of(folder.put(StoredCounterexample.of(found, subject.modelHash())));
        } catch (IOException e) {
            String problem = "counterexamples cannot be written to " + folder + " (" + e + ")";
            if (settings.counterexamples() == Keeping.UPDATE) {
                throw new JUnitException(
                        problem + "; give another folder by " + Setting.COUNTEREXAMPLES_FOLDER.key(), e);
            }
            if (!notes.contains(problem)) {
                notes.add(problem);
            }
            return Optional.empty();
        }
    }

    /** A folder of sources that is not there is not the one that was meant. */
    private void requireSources() {
        Path parent = settings.stored().toAbsolutePath().getParent();
        if (!Files.isDirectory(settings.stored()) && (parent == null || !Files.isDirectory(parent))) {
            throw new JUnitException("the folder for stored counterexamples, "
                    + settings.stored().toAbsolutePath()
                    + ", is not there, nor the one above it; run in the folder of the project, or give another by "
                    + Setting.COUNTEREXAMPLES_FOLDER.key());
        }
    }

    /** Returns what is to be said of them. */
    synchronized List<String> notes(String test) {
        List<String> all = new ArrayList<>(notes);
        if (written > 0) {
            String verb = settings.counterexamples() == Keeping.UPDATE ? " shrunk and added to " : " written to ";
            String rest = leftOut == 0
                    ? ""
                    : ", and " + leftOut + " more not written, by " + Setting.COUNTEREXAMPLES_LIMIT.key();
            all.add("counterexamples of " + test + ": " + written + verb + folder + rest);
        }
        return all;
    }
}
