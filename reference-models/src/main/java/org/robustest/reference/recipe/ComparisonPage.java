package org.robustest.reference.recipe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that compares the reference models with those of others. A row of its tables that links a card is of that model, and so are
 * the rows below it whose first cell is empty; a table whose first column is named after a split is of that split. The line of a plot
 * below {@code %% NAME, ATTACK} is of the model of that name.
 */
final class ComparisonPage {

    private static final Pattern PLOT = Pattern.compile("(%% ([a-z0-9-]+), (.+)\n *line )\\[[^]]*]");
    private static final Pattern LINK = Pattern.compile("\\(models/([a-z0-9-]+)\\.md\\)");
    private static final Pattern LEVEL = Pattern.compile("0\\.\\d+");
    private static final String PGD = "PGD-100";
    private static final String USUAL = "";
    private static final Map<String, String> ATTACKS =
            Map.of("PGD", PGD, "cascade", "standard cascade", "certified", "certified");

    private final Map<String, Figures> figures;
    private List<String> columns = List.of();
    private Optional<Figures> model = Optional.empty();

    private ComparisonPage(Map<String, Figures> figures) {
        this.figures = figures;
    }

    /** Returns the page with the figures of the models, rounded to three digits; what is of other models stays as it is. */
    static String renewed(String page, Map<String, Figures> figures) {
        ComparisonPage renewal = new ComparisonPage(figures);
        String tables = page.lines().map(renewal::line).collect(Collectors.joining("\n", "", "\n"));
        return PLOT.matcher(tables).replaceAll(plot -> {
            Optional<Figures> plotted = Optional.ofNullable(figures.get(plot.group(2)));
            return Matcher.quoteReplacement(plotted.map(
                            model -> plot.group(1) + values(ofSplit(USUAL, model), plot.group(3)))
                    .orElse(plot.group()));
        });
    }

    private static List<String> values(Figures model, String attack) {
        List<String> values = new ArrayList<>();
        model.accuracy("none", Figure.NO_NOISE).map(ComparisonPage::rounded).ifPresent(values::add);
        model.all().stream()
                .filter(figure -> figure.attack().equals(attack))
                .forEach(figure -> values.add(rounded(figure.accuracy())));
        return values;
    }

    private String line(String line) {
        if (!line.startsWith("|")) {
            columns = List.of();
            model = Optional.empty();
            return line;
        }
        List<String> cells = cells(line);
        if (columns.isEmpty()) {
            columns = cells;
            return line;
        }
        Matcher link = LINK.matcher(line);
        if (link.find()) {
            model = Optional.ofNullable(figures.get(link.group(1)));
        } else if (!cells.get(0).isEmpty()) {
            model = Optional.empty();
        }
        return model.map(known -> row(cells, ofSplit(columns.get(0), known))).orElse(line);
    }

    /** Returns the figures of the split of this name, or of the first where there is none. */
    private static Figures ofSplit(String name, Figures known) {
        List<String> splits = known.splits();
        return splits.isEmpty() ? known : known.ofSplit(splits.contains(name) ? name : splits.get(0));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private String row(List<String> cells, Figures known) {
        String attack = cells.stream()
                .filter(ATTACKS::containsKey)
                .map(ATTACKS::get)
                .findFirst()
                .orElse(PGD);
        StringBuilder row = new StringBuilder("|");
        for (int i = 0; i < cells.size(); i++) {
            String cell = accuracy(known, attack, columns.get(i))
                    .map(accuracy -> rounded(accuracy).replaceFirst("^0", ""))
                    .orElse(cells.get(i));
            row.append(cell.isEmpty() ? " |" : " " + cell + " |");
        }
        return row.toString();
    }

    private static Optional<String> accuracy(Figures known, String attack, String column) {
        if (column.equals("macro F1")) {
            return known.accuracy("macro F1, all test samples", Figure.NO_NOISE);
        }
        if (column.equals(Figure.NO_NOISE)) {
            return known.accuracy("none", Figure.NO_NOISE);
        }
        return LEVEL.matcher(column).matches() ? known.accuracy(attack, column) : Optional.empty();
    }

    private static String rounded(String accuracy) {
        return new BigDecimal(accuracy).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
