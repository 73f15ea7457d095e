package org.robustest.benchmarks.commandline;

import java.io.PrintStream;
import java.util.List;

/** A table as lines of values separated by tabs, printed row by row. */
public final class Table {

    private final List<String> columns;
    private final PrintStream out;

    private Table(List<String> columns, PrintStream out) {
        this.columns = columns;
        this.out = out;
    }

    /**
     * Starts a table by printing its header.
     *
     * @param out where it is printed
     * @param columns the names of the columns
     * @return the table, without a row so far
     */
    public static Table start(PrintStream out, String... columns) {
        Table table = new Table(List.of(columns), out);
        out.println(String.join("\t", columns));
        return table;
    }

    /**
     * Prints a row.
     *
     * @param values a value for each column, without tabs
     * @throws IllegalArgumentException if there are more or fewer values than columns
     */
    public void row(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("the table has the columns " + columns + ", but the row has "
                    + values.length + " values: " + List.of(values));
        }
        out.println(String.join("\t", values));
        out.flush();
    }
}
