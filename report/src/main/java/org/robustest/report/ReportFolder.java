package org.robustest.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.robustest.store.AtomicFile;

/**
 * Where a report is: the results, the page, and the history of earlier runs. Every file is written as a whole or not at all.
 *
 * <p>A report of the same process is extended, so that tests which run a second time replace themselves and no others; and so
 * is one of another process that the same process has started, as Maven starts those in which Surefire runs tests. If a test
 * has been run in an earlier process of these already, a new run has begun. Any other report is replaced.
 */
public final class ReportFolder {

    private static final JsonFile<ReportData> RESULTS =
            new JsonFile<>(ReportData.class, ReportData.FORMAT, ReportData.VERSION, 256L << 20);
    private static final JsonFile<HistoryData> HISTORY =
            new JsonFile<>(HistoryData.class, HistoryData.FORMAT, HistoryData.VERSION, 64L << 20);

    private final Path page;

    private ReportFolder(Path page) {
        this.page = page;
    }

    /**
     * Returns the report in a folder, as {@code report.json}, {@code report.html} and {@code report-history.json}.
     *
     * @param folder the folder, which need not exist
     * @return the files
     */
    public static ReportFolder in(Path folder) {
        return ofPage(folder.resolve("report.html"));
    }

    static ReportFolder ofPage(Path page) {
        return new ReportFolder(page);
    }

    /**
     * Returns the page for people.
     *
     * @return the HTML file
     */
    public Path page() {
        return page;
    }

    /**
     * Returns the results for programs.
     *
     * @return the JSON file
     */
    public Path results() {
        return sibling(".json");
    }

    Path history() {
        return sibling("-history.json");
    }

    private Path sibling(String ending) {
        String name = String.valueOf(page.getFileName());
        return page.resolveSibling((name.endsWith(".html") ? name.substring(0, name.length() - 5) : name) + ending);
    }

    static ReportData read(Path results) throws RefusedReportException {
        return RESULTS.read(results);
    }

    /** Writes all three files, while other processes that would do the same wait. */
    void write(ReportData run) throws IOException {
        try (FolderLock lock = FolderLock.of(page)) {
            lock.hold();
            writeAlone(run);
        }
    }

    private void writeAlone(ReportData run) throws IOException {
        ReportData report =
                earlierOf(run).map(earlier -> earlier.continuedBy(run)).orElse(run);
        HistoryData before = HistoryData.NONE;
        String trouble = "";
        if (Files.exists(history())) {
            try {
                before = HISTORY.read(history());
            } catch (RefusedReportException e) {
                trouble = "The history was left as it is, and this run is not in it. " + e.getMessage();
            }
        }
        HistoryData after = before.with(report);
        RESULTS.write(results(), report);
        if (trouble.isEmpty()) {
            HISTORY.write(history(), after);
        }
        String html = Page.of(report, after, trouble, results()).html();
        AtomicFile.write(page, html.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<ReportData> earlierOf(ReportData run) {
        if (!Files.exists(results())) {
            return Optional.empty();
        }
        try {
            return Optional.of(RESULTS.read(results())).filter(earlier -> earlier.hasSameStarterAs(run));
        } catch (RefusedReportException e) {
            // The report of an earlier run, which this one replaces.
            return Optional.empty();
        }
    }
}
