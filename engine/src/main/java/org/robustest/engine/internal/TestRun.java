package org.robustest.engine.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robustest.attack.Attack;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.store.Replay;

/** What the noise levels of one test share while they run. */
final class TestRun {

    private final TestMethod test;
    private final Subject subject;
    private final Settings settings;
    private final Escalation escalation;
    private final Once<KnownCounterexamples> known;
    private final Once<FoundCounterexamples> found;

    TestRun(TestMethod test, Subject subject, Settings settings) {
        this.test = test;
        this.subject = subject;
        this.settings = settings;
        this.escalation = new Escalation(test);
        this.known = new Once<>(() -> KnownCounterexamples.of(test, subject, settings));
        this.found = new Once<>(() -> new FoundCounterexamples(test, subject, settings, known.get()));
    }

    /** Replays what is stored, and searches as far as the mode says. */
    RobustnessResult at(Level level, Leash leash) {
        known.get().requireReadable();
        RobustnessEvaluation evaluation = subject.evaluation(settings)
                .withName(test.testClass().getSimpleName() + "." + test.method().getName());
        Replay replay = known.get().replay();
        if (settings.mode() == Mode.REPLAY) {
            RobustnessEvaluation ofStored =
                    evaluation.withoutCertificates().withoutProbes().withAttack(replay);
            return escalation.at(level, ofStored, subject.samples());
        }
        Attack attack = new LeashedAttack(settings.mode().attackOn(subject.model()), leash);
        return escalation.at(level, evaluation.withAttack(replay.before(attack)), subject.samples());
    }

    KnownCounterexamples known() {
        return known.get();
    }

    Optional<Path> keep(RobustnessResult result) {
        return found.get().keep(result);
    }

    List<String> notes() {
        String name = test.method().getName();
        List<String> notes = new ArrayList<>();
        known.ifPresent(present -> notes.addAll(present.notes(name, settings.verbosity())));
        found.ifPresent(present -> notes.addAll(present.notes(name)));
        return notes;
    }
}
