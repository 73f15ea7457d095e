package org.robustest.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How evaluations are watched over.
 *
 * @param progress where to say how far an evaluation is
 * @param journal where to keep the verdicts of an evaluation as they are reached
 * @param name what the evaluation is called there, or nothing
 */
record Supervision(Consumer<String> progress, Optional<Path> journal, String name) {

    static Supervision usual() {
        return new Supervision(Progress.whereSomeoneReads(), Optional.empty(), "");
    }

    Supervision withProgress(Consumer<String> newProgress) {
        return new Supervision(newProgress, journal, name);
    }

    Supervision withJournal(Path newJournal) {
        return new Supervision(progress, Optional.of(newJournal), name);
    }

    Supervision withName(String newName) {
        return new Supervision(progress, journal, newName);
    }

    /** Begins to watch over one evaluation; the head is only asked for if there is a journal. */
    Supervisor begin(Supplier<JournalHead> head) {
        return new Supervisor(
                new Progress(progress, System::nanoTime), journal.map(file -> Journal.open(file, head.get())), name);
    }
}
