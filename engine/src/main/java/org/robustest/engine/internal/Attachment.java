package org.robustest.engine.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.robustest.store.CounterexampleFolder;

/** What is handed to whoever reads the report of the platform. */
final class Attachment {

    private Attachment() {}

    /**
     * Copies a counterexample, the floats beside the JSON file, into the folder of a test, and tells the listener. A report that
     * cannot be made fails no test.
     */
    static void publish(Path counterexample, TestDescriptor descriptor, RobustestContext context) {
        try {
            Path folder = context.folders().createOutputDirectory(descriptor);
            for (Path file : CounterexampleFolder.filesOf(counterexample)) {
                Path copy = folder.resolve(file.getFileName());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                String mediaType = file.equals(counterexample) ? "application/json" : "application/octet-stream";
                context.listener().fileEntryPublished(descriptor, FileEntry.from(copy, mediaType));
            }
        } catch (IOException | RuntimeException e) {
            context.requireClassRun()
                    .table()
                    .note("the counterexample " + counterexample + " was not attached to the report: "
                            + e.getMessage());
        }
    }
}
