package org.robustest.layer;

import java.util.ArrayList;
import java.util.List;
import org.robustest.network.Block;
import org.robustest.samples.Shape;

/** What the taps of a window meet, one row of the output after another: over the channels, and the height of an image. */
final class WindowRows {

    private final Axis height;
    private final Axis width;
    private final List<List<Tap>> rows = new ArrayList<>();

    WindowRows(Shape input, Shape output, Window window) {
        height = window.axes() == 1 ? Axis.NONE : Axis.of(window, 0, input, output);
        width = Axis.of(window, window.axes() - 1, input, output);
        for (int c = 0; c < input.dimension(0); c++) {
            for (int h = 0; h < height.output(); h++) {
                rows.add(taps(c, h));
            }
        }
    }

    private List<Tap> taps(int c, int outputRow) {
        List<Tap> taps = new ArrayList<>();
        for (int i = 0; i < height.size(); i++) {
            int h = outputRow * height.stride() + i * height.dilation() - height.before();
            if (h < 0 || h >= height.input()) {
                continue;
            }
            for (int j = 0; j < width.size(); j++) {
                int first = j * width.dilation() - width.before();
                int from = Math.max(0, Math.floorDiv(-first + width.stride() - 1, width.stride()));
                int to = Math.min(width.output(), Math.floorDiv(width.input() - 1 - first, width.stride()) + 1);
                if (from < to) {
                    int input = (c * height.input() + h) * width.input() + first + from * width.stride();
                    taps.add(new Tap(input, width.stride(), from, to));
                }
            }
        }
        return List.copyOf(taps);
    }

    /** The number of rows of the output. */
    int count() {
        return rows.size();
    }

    int outputWidth() {
        return width.output();
    }

    /** What the taps meet for one row of the output, in row-major order of the window. */
    List<Tap> taps(int row) {
        return rows.get(row);
    }

    /** Visits every pair of an input value and an output value that a tap joins. */
    void forEachPair(PairVisitor visitor) {
        for (int row = 0; row < rows.size(); row++) {
            for (Tap tap : rows.get(row)) {
                for (int q = tap.from; q < tap.to; q++) {
                    visitor.visit(tap.input + (q - tap.from) * tap.stride, row * width.output() + q);
                }
            }
        }
    }

    /** Takes the index of an input value and that of an output value. */
    @FunctionalInterface
    interface PairVisitor {
        void visit(int input, int output);
    }

    /**
     * What one tap meets along a row of the output.
     *
     * @param input the first input value that it meets
     * @param stride the distance to the next
     * @param from the first output of the row for which it meets one
     * @param to behind the last such output
     */
    record Tap(int input, int stride, int from, int to) {

        /** Copies the input values to the places of the outputs in a row. */
        void copy(Block block, float[] x, float[] row) {
            block.copyRows(x, input, stride, row, from, 1, to - from);
        }

        /** Adds the values at the places of the outputs in a row to the input values. */
        void add(Block block, float[] row, float[] x) {
            block.addRows(row, from, 1, x, input, stride, to - from);
        }
    }
}
