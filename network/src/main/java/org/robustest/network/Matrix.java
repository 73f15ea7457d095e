package org.robustest.network;

/**
 * A matrix of weights, laid out for the kernels.
 *
 * <p>Immutable.
 */
public final class Matrix {

    /** The number of rows that a kernel works on at once. */
    static final int TILE = 4;

    private final int rows;
    private final int columns;
    private final float[] tiles;

    private Matrix(int rows, int columns, float[] tiles) {
        this.rows = rows;
        this.columns = columns;
        this.tiles = tiles;
    }

    /**
     * Creates a matrix.
     *
     * @param rows the number M of rows, at least 1
     * @param columns the number K of columns, at least 1
     * @param entries the entries
     * @return the matrix
     * @throws IllegalArgumentException if the matrix would have more entries than a Java array
     */
    public static Matrix of(int rows, int columns, Entries entries) {
        int tileCount = (rows + TILE - 1) / TILE;
        if ((long) tileCount * TILE * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a matrix of " + rows + " x " + columns + " entries is too large");
        }
        float[] tiles = new float[tileCount * TILE * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tiles[(row / TILE * columns + column) * TILE + row % TILE] = entries.at(row, column);
            }
        }
        return new Matrix(rows, columns, tiles);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The entries, in tiles of {@link #TILE} rows: column by column, those of one column side by side; 0 beyond the last row. */
    float[] tiles() {
        return tiles;
    }

    /** Where the first entry of a row stands in {@link #tiles}; the others follow at distances of {@link #TILE}. */
    int at(int row) {
        return row / TILE * columns * TILE + row % TILE;
    }

    /** The entries of a matrix. */
    @FunctionalInterface
    public interface Entries {

        /**
         * Returns one entry.
         *
         * @param row its row, from 0
         * @param column its column, from 0
         * @return the entry
         */
        float at(int row, int column);
    }
}
