package org.robustest.reference.download;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells how a download gets on: at the end, and before that at most every two seconds. */
final class Progress {

    private static final double SECONDS_BETWEEN = 2;

    private final String database;
    private final int fileCount;
    private final Consumer<String> lines;
    private final long start = System.nanoTime();
    private double lastLine;
    private int files;
    private int received;
    private long bytes;

    Progress(String database, int fileCount, Consumer<String> lines) {
        this.database = database;
        this.fileCount = fileCount;
        this.lines = lines;
    }

    void gotOne(long newBytes) {
        files++;
        received += newBytes > 0 ? 1 : 0;
        bytes += newBytes;
        double seconds = (System.nanoTime() - start) / 1e9;
        if (files == fileCount || seconds - lastLine >= SECONDS_BETWEEN) {
            lastLine = seconds;
            double left = seconds / Math.max(1, received) * (fileCount - files);
            lines.accept(String.format(
                    Locale.ROOT,
                    "%s: %d of %d files, %.1f MB received, %.1f MB/s, %.0f s passed, %.0f s to go",
                    database,
                    files,
                    fileCount,
                    bytes / 1e6,
                    bytes / 1e6 / Math.max(1e-3, seconds),
                    seconds,
                    left));
        }
    }
}
