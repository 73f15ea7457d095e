package org.robustest.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges the results of several modules into one page: {@code --out PAGE RESULTS...}. */
public final class MergeCommand {

    private static final String USAGE =
            "usage: java -cp ... org.robustest.report.MergeCommand --out report.html report.json...";

    private MergeCommand() {}

    /**
     * Runs the command, and exits with 0, with 1 if a file cannot be read or written, or with 2 if it is called wrongly.
     *
     * @param arguments {@code --out}, the HTML file to be written, and the JSON files to be merged
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() < 3 || !arguments.get(0).equals("--out")) {
            err.println(USAGE);
            return 2;
        }
        try {
            ReportFolder merged = ReportFolder.ofPage(Path.of(arguments.get(1)));
            merged.write(merged(arguments.subList(2, arguments.size())).orElseThrow());
            out.println("robustness report: " + merged.page());
            return 0;
        } catch (IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static Optional<ReportData> merged(List<String> files) throws IOException {
        List<ReportData> reports = new ArrayList<>();
        for (String file : files) {
            reports.add(ReportFolder.read(Path.of(file)));
        }
        String processes = String.join(
                ", ", reports.stream().map(ReportData::process).sorted().toList());
        return reports.stream().reduce(ReportData::with).map(all -> all.named(processes));
    }
}
