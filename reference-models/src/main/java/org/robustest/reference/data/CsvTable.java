package org.robustest.reference.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of labels: a line of column names, then one row a line, with fields separated by commas (RFC 4180).
 *
 * <p>A field in quotation marks may hold commas, line ends, and quotation marks that are written twice.
 */
public final class CsvTable {

    private static final long MOST_BYTES = 1L << 24;

    /** Each takes a hundred times as much memory as the shortest line has bytes. */
    private static final int MOST_ROWS = 1 << 20;

    private final Path file;
    private final Map<String, Integer> columns;
    private final List<Row> rows;

    private CsvTable(Path file, Map<String, Integer> columns, List<Row> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    /** One row of a table. */
    public final class Row {

        private final int line;
        private final List<String> fields;

        private Row(int line, List<String> fields) {
            this.line = line;
            this.fields = fields;
        }

        /**
         * Returns a field.
         *
         * @param column the name of its column
         * @return the field, without the white space around it; possibly empty
         * @throws DamagedFileException if the table has no such column
         */
        public String get(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw DamagedFileException.inLine(
                        file, 1, "a column \"" + column + '"', "the columns " + columns.keySet());
            }
            return fields.get(index);
        }

        /**
         * Says what is wrong with this row.
         *
         * @param expected what was expected
         * @param found what was found instead
         * @return the exception
         */
        public DamagedFileException wrong(String expected, String found) {
            return DamagedFileException.inLine(file, line, expected, found);
        }
    }

    /**
     * Reads a table.
     *
     * @param file the file, as UTF-8
     * @return the table
     * @throws DamagedFileException if the file is missing, larger than 16 MiB, has no line of names or the same name
     *     twice, more than 1,048,576 rows, a row with another number of fields, or a quotation mark without its partner
     */
    public static CsvTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw DamagedFileException.in(file, "a file", "nothing of that name");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw DamagedFileException.in(file, "at most " + MOST_BYTES + " bytes", Files.size(file) + " bytes");
            }
            return new Parser(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).table();
        } catch (IOException e) {
            throw DamagedFileException.unreadable(file, e);
        }
    }

    /**
     * Returns the rows.
     *
     * @return the rows, in their order; unmodifiable
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Tells whether there is a column.
     *
     * @param column its name
     * @return {@code true} if there is
     */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    private static final class Parser {

        private final Path file;
        private final String text;
        private int position;
        private int line = 1;

        Parser(Path file, String text) {
            this.file = file;
            this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
        }

        CsvTable table() {
            List<String> names = record();
            if (names.size() == 1 && names.get(0).isEmpty()) {
                throw DamagedFileException.inLine(file, 1, "the names of columns", "an empty line");
            }
            if (new HashSet<>(names).size() != names.size()) {
                throw DamagedFileException.inLine(file, 1, "columns with different names", names.toString());
            }
            Map<String, Integer> columns = new LinkedHashMap<>();
            names.forEach(name -> columns.put(name, columns.size()));
            List<Row> rows = new ArrayList<>();
            CsvTable table = new CsvTable(file, columns, rows);
            while (position < text.length()) {
                int start = line;
                List<String> fields = record();
                if (fields.size() == 1 && fields.get(0).isEmpty()) {
                    continue;
                }
                if (fields.size() != names.size()) {
                    throw DamagedFileException.inLine(
                            file, start, names.size() + " fields", fields.size() + " of them");
                }
                if (rows.size() == MOST_ROWS) {
                    throw DamagedFileException.inLine(file, start, "at most " + MOST_ROWS + " rows", "one more");
                }
                rows.add(table.new Row(start, fields));
            }
            return new CsvTable(file, columns, List.copyOf(rows));
        }

        private List<String> record() {
            List<String> fields = new ArrayList<>();
            fields.add(field());
            while (position < text.length() && text.charAt(position) == ',') {
                position++;
                fields.add(field());
            }
            if (position < text.length() && text.charAt(position) == '\r') {
                position++;
            }
            if (position < text.length() && text.charAt(position) == '\n') {
                position++;
                line++;
            }
            return fields;
        }

        private String field() {
            if (position < text.length() && text.charAt(position) == '"') {
                return quoted();
            }
            int start = position;
            while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return text.substring(start, position).strip();
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            int start = line;
            position++;
            while (true) {
                int end = text.indexOf('"', position);
                if (end < 0) {
                    throw DamagedFileException.inLine(file, start, "a closing quotation mark", "the end of the file");
                }
                String part = text.substring(position, end);
                line += (int) part.chars().filter(c -> c == '\n').count();
                field.append(part);
                position = end + 1;
                if (position >= text.length() || text.charAt(position) != '"') {
                    break;
                }
                field.append('"');
                position++;
            }
            if (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
                throw DamagedFileException.inLine(
                        file, line, "a comma after a closing quotation mark", "'" + text.charAt(position) + '\'');
            }
            return field.toString().strip();
        }
    }
}
