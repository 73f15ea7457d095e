package org.robustest.report;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not taken for what it should be. It is left as it is. */
public final class RefusedReportException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedReportException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
