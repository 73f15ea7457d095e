package org.robustest.engine.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.store.Baseline;
import org.robustest.store.BaselineEntry;
import org.robustest.store.Circumstances;
import org.robustest.store.Comparison;

/** Holds the tests of a class to the baseline of that class, or raises it. */
final class BaselineRun {

    private final Path file;
    private final Subject subject;
    private final Settings settings;
    private final String version;
    private final Once<Baseline> before;
    private final List<BaselineEntry> raised = new ArrayList<>();
    private final List<String> improved = new ArrayList<>();
    private int known;
    private int added;

    BaselineRun(Class<?> testClass, Subject subject, Settings settings, String version) {
        this.file = Baseline.file(
                settings.baselines(), testClass.getName(), settings.mode().variant());
        this.subject = subject;
        this.settings = settings;
        this.version = version;
        this.before = new Once<>(this::read);
    }

    private Baseline read() {
        try {
            return Baseline.read(file);
        } catch (IOException e) {
            throw new JUnitException("the baseline " + file + " cannot be read: " + e, e);
        }
    }

    /** Compares a conclusive result with the baseline, unless it is one of a mere replay, which knows too little. */
    synchronized void check(TestMethod test, Level level, RobustnessResult result, OptionalDouble budget) {
        if (!test.annotation().baseline() || settings.mode() == Mode.REPLAY) {
            return;
        }
        BaselineEntry now = new BaselineEntry(
                test.signature(),
                level.epsilon(),
                result.robustAccuracy(),
                result.certifiedAccuracy(),
                result.verdicts().size(),
                new Circumstances(
                        result.attack() + " in " + result.set(),
                        version,
                        Leash.text(budget),
                        result.seed(),
                        subject.samplesHash(),
                        subject.modelHash()));
        Optional<BaselineEntry> then = before.get().entry(test.signature(), level.epsilon());
        if (then.isPresent()) {
            compare(now, then.get(), test.annotation().baselineTolerance());
        } else {
            add(
                    now,
                    "there is no baseline of " + test.signature() + " at epsilon = " + level.epsilon() + " in " + file
                            + "; make it with -Drobustest.baseline=update, look at it, and commit it");
        }
    }

    private void compare(BaselineEntry now, BaselineEntry then, double tolerance) {
        Comparison comparison = now.comparedWith(then, tolerance);
        if (comparison instanceof Comparison.Worse worse) {
            throw new AssertionFailedError(worse.message(), then.robustAccuracy(), now.robustAccuracy());
        } else if (comparison instanceof Comparison.Refused refused) {
            add(now, refused.message());
        } else if (comparison instanceof Comparison.Improved better) {
            improved.add(better.change());
            raised.add(now.raisedBy(then));
        } else {
            known++;
        }
    }

    private void add(BaselineEntry now, String unlessUpdated) {
        if (settings.baseline() != Ratchet.UPDATE) {
            throw new AssertionFailedError(unlessUpdated);
        }
        added++;
        raised.add(now);
    }

    /** Writes what has been raised, if that was asked for. */
    synchronized void finish() {
        if (settings.baseline() == Ratchet.UPDATE && !raised.isEmpty()) {
            Baseline after = before.get();
            for (BaselineEntry entry : raised) {
                after = after.with(entry);
            }
            try {
                after.write(file);
            } catch (IOException e) {
                throw new JUnitException(
                        "the baseline " + file + " cannot be written (" + e + "); give another folder by "
                                + Setting.BASELINE_FOLDER.key(),
                        e);
            }
        }
    }

    /** Returns what is to be said of the comparison. */
    synchronized List<String> notes() {
        if (known + improved.size() + added == 0) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        boolean isUpdated = settings.baseline() == Ratchet.UPDATE;
        String remedy = improved.isEmpty() || isUpdated ? "" : "; raise it with -Drobustest.baseline=update";
        notes.add("baseline: " + known + " known, " + improved.size() + " improved, " + added + " new" + remedy
                + (isUpdated && !raised.isEmpty() ? "; written to " + file : ""));
        improved.forEach(change -> notes.add("improved: " + change));
        return notes;
    }
}
