package org.robustest.reference.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a model's card, made of its figures. */
final class FigureTables {

    private static final String ALL_SAMPLES = ", all test samples";
    private static final Pattern DECIBELS = Pattern.compile("(.*), (\\d+ dB)");
    private static final String CLEAN = "none";

    private final Figures figures;

    private FigureTables(Figures figures) {
        this.figures = figures;
    }

    /** Returns three tables for each split: without noise, under attack, and under the noise of recorders. */
    static String of(Figures figures) {
        return figures.splits().stream()
                .map(split -> "Split " + split + ":\n\n" + new FigureTables(figures.ofSplit(split)).all())
                .collect(Collectors.joining("\n"));
    }

    private String all() {
        return String.join("\n", clean(), attacked(), recorded());
    }

    private String clean() {
        List<Figure> clean = figures.all().stream()
                .filter(figure -> figure.attack().endsWith(ALL_SAMPLES))
                .toList();
        List<String> names = clean.stream()
                .map(figure -> figure.attack().replace(ALL_SAMPLES, "").replace(CLEAN, "accuracy"))
                .toList();
        return table(
                row("all test samples", names),
                List.of(row("no noise", clean.stream().map(Figure::accuracy).toList())));
    }

    private String attacked() {
        List<String> levels = distinct(Figure::isWithNoise, Figure::epsilon);
        List<List<String>> rows = new ArrayList<>();
        for (String attack : distinct(Figure::isWithNoise, Figure::attack)) {
            int comma = attack.indexOf(',');
            String samples = comma < 0 ? "" : attack.substring(comma);
            List<String> cells =
                    levels.stream().map(level -> cell(attack, level)).toList();
            rows.add(row(attack, row(cell(CLEAN + samples, Figure.NO_NOISE), cells)));
        }
        return table(row("accuracy by noise level", row(Figure.NO_NOISE, levels)), rows);
    }

    private String recorded() {
        List<String> ratios = distinct(figure -> true, figure -> decibels(figure, 2));
        List<List<String>> rows = new ArrayList<>();
        for (String noise : distinct(figure -> true, figure -> decibels(figure, 1))) {
            List<String> cells = ratios.stream()
                    .map(ratio -> cell(noise + ", " + ratio, Figure.NO_NOISE))
                    .toList();
            rows.add(row(noise, row(cell(CLEAN, Figure.NO_NOISE), cells)));
        }
        return table(row("accuracy by signal-to-noise ratio", row("no noise", ratios)), rows);
    }

    private List<String> distinct(Predicate<Figure> which, Function<Figure, String> part) {
        return figures.all().stream()
                .filter(which)
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String decibels(Figure figure, int group) {
        Matcher matcher = DECIBELS.matcher(figure.attack());
        return matcher.matches() ? matcher.group(group) : "";
    }

    private String cell(String attack, String epsilon) {
        return figures.accuracy(attack, epsilon).orElse("");
    }

    private static List<String> row(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String table(List<String> header, List<List<String>> rows) {
        String[] rule = new String[header.size()];
        Arrays.fill(rule, "---");
        return Stream.concat(
                        Stream.of(line(header), "|" + String.join("|", rule) + "|"),
                        rows.stream().map(FigureTables::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
