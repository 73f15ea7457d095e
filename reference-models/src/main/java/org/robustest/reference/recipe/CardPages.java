package org.robustest.reference.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pages of the documentation that give figures of the reference models: a card for each, and the comparison. Beside a card stands
 * the file of the figures that its tables are made of.
 *
 * @param docs the folder of the documentation
 */
record CardPages(Path docs) {

    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- end of figures -->\n";
    private static final String SUFFIX = ".tsv";

    /** Returns where the figures of a model are kept. */
    Path fileOf(String model) {
        return docs.resolve("models").resolve(model + SUFFIX);
    }

    /**
     * Returns what the pages say when their figures are those of the files.
     *
     * @return the text of each page
     * @throws IOException if a file cannot be read, or a card has no place for its tables
     */
    Map<Path, String> renewed() throws IOException {
        Map<String, Figures> figures = figures();
        Map<Path, String> pages = new LinkedHashMap<>();
        for (Map.Entry<String, Figures> model : figures.entrySet()) {
            Path card = docs.resolve("models").resolve(model.getKey() + ".md");
            pages.put(card, withTables(card, FigureTables.of(model.getValue())));
        }
        Path comparison = docs.resolve("reproduction.md");
        pages.put(comparison, ComparisonPage.renewed(read(comparison), figures));
        return pages;
    }

    /**
     * Writes the pages whose figures are not those of the files.
     *
     * @return the pages that were written
     * @throws IOException if a file cannot be read or written, or a card has no place for its tables
     */
    List<Path> renew() throws IOException {
        Map<Path, String> changed = renewed();
        for (Path page : List.copyOf(changed.keySet())) {
            if (read(page).equals(changed.get(page))) {
                changed.remove(page);
            }
        }
        for (Map.Entry<Path, String> page : changed.entrySet()) {
            Files.writeString(page.getKey(), page.getValue());
        }
        return List.copyOf(changed.keySet());
    }

    /** Returns the figures of every model that has some, by its name. */
    Map<String, Figures> figures() throws IOException {
        Map<String, Figures> figures = new TreeMap<>();
        try (Stream<Path> files = Files.list(docs.resolve("models"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                figures.put(name.substring(0, name.length() - SUFFIX.length()), Figures.read(file));
            }
        }
        return figures;
    }

    private static String withTables(Path card, String tables) throws IOException {
        String text = read(card);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(card + " has no place for its figures: put the lines \"" + BEGIN.strip() + "\" and \""
                    + END.strip() + "\" where the tables are to stand");
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n" + text.substring(end);
    }

    private static String read(Path page) throws IOException {
        try {
            return Files.readString(page);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no page " + page + ", which is to give the figures", e);
        }
    }
}
