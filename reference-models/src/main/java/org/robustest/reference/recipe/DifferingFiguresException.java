package org.robustest.reference.recipe;

import java.nio.file.Path;
import java.util.List;

/** A measurement that does not give the figures that it should. */
final class DifferingFiguresException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DifferingFiguresException(Path file, List<String> differences) {
        super(
                "the figures are not those of " + file + " (- what stands there, + what was measured):\n"
                        + String.join("\n", differences)
                        + "\nIf the model or the library has changed on purpose, renew the file and the pages with --record docs.");
    }
}
