package org.robustest.engine.internal;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.robustest.evaluation.RobustnessResult;

/** What became of the tests of a class, one line each. */
final class OutcomeTable {

    private static final List<String> HEADER =
            List.of("test", "epsilon", "required", "robust", "certified", "clean", "outcome", "time");

    /** Tests that run in parallel end in any order. */
    private static final Comparator<Row> ORDER = Comparator.comparing(Row::test)
            .thenComparingDouble(row -> row.level().epsilon());

    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    OutcomeTable(String title) {
        this.title = title;
    }

    synchronized void add(Row row) {
        rows.add(row);
    }

    /** Adds a line to be printed below the table. */
    synchronized void note(String line) {
        notes.add(line);
    }

    synchronized boolean hasOnlyPassed() {
        return rows.stream().allMatch(row -> row.outcome() == Outcome.PASSED);
    }

    /** Prints the table in one go, so that nothing comes between its lines; prints nothing if no test has run. */
    synchronized void print(PrintStream out) {
        if (!rows.isEmpty()) {
            out.print(this);
        }
    }

    @Override
    public synchronized String toString() {
        List<List<String>> lines = Stream.concat(
                        Stream.of(HEADER), rows.stream().sorted(ORDER).map(Row::cells))
                .toList();
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return lines.stream()
                .map(line -> format(line, widths))
                .collect(joining("", title + System.lineSeparator(), reasonsForSkipping() + text(notes.stream())));
    }

    private String reasonsForSkipping() {
        return text(
                rows.stream().flatMap(row -> row.skipped().stream()).distinct().map(reason -> "skipped: " + reason));
    }

    private static String text(Stream<String> lines) {
        return lines.map(line -> "  " + line + System.lineSeparator()).collect(joining());
    }

    private static String format(List<String> line, List<Integer> widths) {
        return IntStream.range(0, line.size())
                        .mapToObj(column -> String.format("  %-" + widths.get(column) + "s", line.get(column)))
                        .collect(joining())
                        .stripTrailing()
                + System.lineSeparator();
    }

    /**
     * One line.
     *
     * @param test the name of the test method
     * @param level its noise level
     * @param result what was found, if the evaluation came to an end
     * @param outcome how the trial ended
     * @param time how long it took
     * @param skipped why it was skipped, if it was
     */
    record Row(
            String test,
            Level level,
            Optional<RobustnessResult> result,
            Outcome outcome,
            Duration time,
            Optional<String> skipped) {

        private List<String> cells() {
            return List.of(
                    test,
                    Double.toString(level.epsilon()),
                    required(),
                    accuracy(result, RobustnessResult::robustAccuracy),
                    accuracy(result.filter(RobustnessResult::soughtCertificates), RobustnessResult::certifiedAccuracy),
                    accuracy(result, RobustnessResult::cleanAccuracy),
                    outcome.name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0));
        }

        private String required() {
            String robust = text(level.required(), "");
            String certified = text(level.requiredCertified(), " certified");
            String separator = robust.isEmpty() || certified.isEmpty() ? "" : ", ";
            String both = robust + separator + certified;
            return both.isEmpty() ? "-" : both;
        }

        private static String text(OptionalDouble required, String kind) {
            return required.isPresent() ? required.getAsDouble() + kind : "";
        }

        private static String accuracy(Optional<RobustnessResult> some, ToDoubleFunction<RobustnessResult> kind) {
            return some.filter(found -> !found.verdicts().isEmpty())
                    .map(found -> String.format(Locale.ROOT, "%.4f", kind.applyAsDouble(found)))
                    .orElse("-");
        }
    }
}
