package org.robustest.reference.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All figures of a model, which stand in a file beside its card.
 *
 * @param all the figures, in the order in which they were measured
 */
record Figures(List<Figure> all) {

    Figures {
        all = List.copyOf(all);
    }

    /**
     * Reads what the command {@code models evaluate} has printed.
     *
     * @throws IOException if the file cannot be read, or is no such file
     */
    static Figures read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(Figure.HEADER)) {
            throw new IOException(file + " is no file of figures: its first line is not \""
                    + Figure.HEADER.replace('\t', ' ')
                    + "\", separated by tabs; make it with: reference-models/models evaluate NAME --record docs");
        }
        try {
            return new Figures(lines.stream().skip(1).map(Figure::parse).toList());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file,
                Stream.concat(Stream.of(Figure.HEADER), all.stream().map(Figure::line))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Returns the splits, in the order of the figures. */
    List<String> splits() {
        return all.stream().map(Figure::split).distinct().toList();
    }

    Figures ofSplit(String split) {
        return new Figures(
                all.stream().filter(figure -> figure.split().equals(split)).toList());
    }

    /** Returns the first accuracy that is of this attack and noise level. */
    Optional<String> accuracy(String attack, String epsilon) {
        return all.stream()
                .filter(figure ->
                        figure.attack().equals(attack) && figure.epsilon().equals(epsilon))
                .map(Figure::accuracy)
                .findFirst();
    }

    /**
     * Returns the lines that one of the two has more often than the other: with a minus those of these, with a plus those of the
     * others.
     */
    List<String> differences(Figures others) {
        List<String> lines = new ArrayList<>();
        without(others).forEach(figure -> lines.add("- " + figure.line()));
        others.without(this).forEach(figure -> lines.add("+ " + figure.line()));
        return lines;
    }

    private List<Figure> without(Figures others) {
        List<Figure> left = new ArrayList<>(all);
        others.all.forEach(left::remove);
        return left;
    }
}
