package org.robustest.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a training writes its state down, and how often. */
final class Checkpoints {

    private static final String FILE = "training.checkpoint";
    private static final String REMEDY =
            "; give another folder, delete the checkpoint to train from the beginning, or train as it was begun";

    private final Path file;
    private final int every;

    Checkpoints(Path folder, int every) {
        this.file = folder.resolve(FILE);
        this.every = every;
    }

    /** Makes sure that there is a folder to write to. */
    void prepare() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot create the folder of the checkpoints, " + file.getParent() + ": " + e, e);
        }
    }

    boolean isDue(int step) {
        return step % every == 0;
    }

    void write(Map<String, String> settings, State state) {
        try {
            new StateFile(settings, state).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint " + file + ": " + e, e);
        }
    }

    /**
     * Reads the checkpoint, if there is one.
     *
     * @throws IllegalArgumentException if it is damaged, or of a training with other settings
     */
    Optional<State> read(Map<String, String> settings) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        StateFile found = readFile();
        settings.forEach((name, value) -> {
            String before = found.settings().getOrDefault(name, "not there");
            if (!before.equals(value)) {
                throw refusal(name + " was " + before + ", but now is " + value);
            }
        });
        return Optional.of(found.state());
    }

    private StateFile readFile() {
        try {
            return StateFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + file + ": " + e, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the checkpoint " + file + " is damaged: " + e.getMessage()
                            + "; delete it to train from the beginning",
                    e);
        }
    }

    /** Says that the checkpoint is of another training. */
    IllegalArgumentException refusal(String difference) {
        return new IllegalArgumentException(
                "the checkpoint " + file + " is of another training: the " + difference + REMEDY);
    }
}
