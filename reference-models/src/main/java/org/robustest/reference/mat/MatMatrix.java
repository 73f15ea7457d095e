package org.robustest.reference.mat;

/** A matrix of real numbers from a MAT file. */
public final class MatMatrix {

    private final int rows;
    private final int columns;
    private final double[] columnByColumn;

    MatMatrix(int rows, int columns, double[] columnByColumn) {
        this.rows = rows;
        this.columns = columns;
        this.columnByColumn = columnByColumn;
    }

    /**
     * Returns the number of rows.
     *
     * @return the number, from 0
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the number of columns.
     *
     * @return the number, from 0
     */
    public int columns() {
        return columns;
    }

    /**
     * Returns one number. Integers of 64 bits are rounded to the nearest double.
     *
     * @param row its row, from 0
     * @param column its column, from 0
     * @return the number
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double get(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "a matrix of " + rows + " x " + columns + " has no element (" + row + ", " + column + ")");
        }
        return columnByColumn[column * rows + row];
    }

    /** Returns the size, such as {@code 12 x 5000}. */
    @Override
    public String toString() {
        return rows + " x " + columns;
    }
}
