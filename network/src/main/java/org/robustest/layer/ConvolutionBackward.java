package org.robustest.layer;

import java.util.ArrayList;
import java.util.List;
import org.robustest.network.Block;
import org.robustest.network.Matrix;

/**
 * The way back through a convolution: the input gradients whose places have the same remainder by the stride are products of
 * the same taps with neighbouring output gradients.
 */
final class ConvolutionBackward {

    private final int inputs;
    private final int outputs;
    private final Axis height;
    private final Axis width;
    private final List<Phase> phases = new ArrayList<>();
    private final Margin heightMargin;
    private final Margin widthMargin;

    ConvolutionBackward(int inputs, int outputs, Axis height, Axis width, float[] weights) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.height = height;
        this.width = width;
        List<AxisPhase> rows = AxisPhase.of(height);
        List<AxisPhase> columns = AxisPhase.of(width);
        this.heightMargin = Margin.of(rows, height);
        this.widthMargin = Margin.of(columns, width);
        for (AxisPhase row : rows) {
            for (AxisPhase column : columns) {
                phases.add(new Phase(row, column, matrix(row, column, weights), taps(row, column)));
            }
        }
    }

    private Matrix matrix(AxisPhase row, AxisPhase column, float[] weights) {
        int taps = row.taps().size() * column.taps().size();
        return Matrix.of(inputs, outputs * taps, (input, k) -> {
            int output = k / taps;
            int i = row.taps().get(k % taps / column.taps().size());
            int j = column.taps().get(k % column.taps().size());
            return weights[((output * inputs + input) * height.size() + i) * width.size() + j];
        });
    }

    private int[] taps(AxisPhase row, AxisPhase column) {
        int[] taps = new int[outputs * row.taps().size() * column.taps().size()];
        int k = 0;
        for (int o = 0; o < outputs; o++) {
            for (int i : row.taps()) {
                for (int j : column.taps()) {
                    int h = o * heightMargin.padded() + heightMargin.before() + row.firstOutput(i);
                    taps[k++] = h * widthMargin.padded() + widthMargin.before() + column.firstOutput(j);
                }
            }
        }
        return taps;
    }

    /** Adds the gradients with respect to the input. Uses both pieces of scratch memory. */
    void add(Block block, float[] outputGradient, float[] inputGradient) {
        float[] gradient = withMargins(block, outputGradient);
        for (Phase phase : phases) {
            for (int u = 0; u < phase.row.count(); u++) {
                addRow(block, phase, u, gradient, inputGradient);
            }
        }
    }

    private float[] withMargins(Block block, float[] outputGradient) {
        if (heightMargin.isNone() && widthMargin.isNone()) {
            return outputGradient;
        }
        float[] copy = block.scratch(0, outputs * heightMargin.padded() * widthMargin.padded());
        for (int o = 0; o < outputs; o++) {
            for (int h = -heightMargin.before(); h < heightMargin.padded() - heightMargin.before(); h++) {
                int to = (o * heightMargin.padded() + heightMargin.before() + h) * widthMargin.padded();
                if (h < 0 || h >= height.output()) {
                    block.fill(copy, to, widthMargin.padded(), 0);
                } else {
                    int first = to + widthMargin.before();
                    block.fill(copy, to, widthMargin.before(), 0);
                    block.copyRows(
                            outputGradient,
                            (o * height.output() + h) * width.output(),
                            1,
                            copy,
                            first,
                            1,
                            width.output());
                    block.fill(copy, first + width.output(), widthMargin.after(), 0);
                }
            }
        }
        return copy;
    }

    private void addRow(Block block, Phase phase, int u, float[] gradient, float[] inputGradient) {
        AxisPhase column = phase.column;
        int from = u * widthMargin.padded();
        int to = (phase.row.firstInput() + u * height.stride()) * width.input() + column.firstInput();
        int channel = height.input() * width.input();
        if (width.stride() == 1) {
            block.multiplyAdd(phase.matrix, gradient, phase.taps, from, inputGradient, to, channel, column.count());
            return;
        }
        float[] sums = block.zeros(1, inputs * column.count());
        block.multiplyAdd(phase.matrix, gradient, phase.taps, from, sums, 0, column.count(), column.count());
        for (int c = 0; c < inputs; c++) {
            block.addRows(sums, c * column.count(), 1, inputGradient, to + c * channel, width.stride(), column.count());
        }
    }

    /** The input values with the same two remainders, and the product that gives their gradients. */
    private static final class Phase {
        private final AxisPhase row;
        private final AxisPhase column;
        private final Matrix matrix;
        private final int[] taps;

        Phase(AxisPhase row, AxisPhase column, Matrix matrix, int[] taps) {
            this.row = row;
            this.column = column;
            this.matrix = matrix;
            this.taps = taps;
        }
    }

    /**
     * The input values along an axis whose places, counted from the padding on, have the same remainder by the stride.
     *
     * @param firstInput the first of them
     * @param count how many there are
     * @param taps the taps that meet them
     * @param firstOutputs by tap, the output by which it meets the first of them; there may be no such output
     */
    private record AxisPhase(int firstInput, int count, List<Integer> taps, List<Integer> firstOutputs) {

        /** Returns those that any tap meets. */
        static List<AxisPhase> of(Axis axis) {
            List<AxisPhase> phases = new ArrayList<>();
            for (int remainder = 0; remainder < Math.min(axis.stride(), axis.input()); remainder++) {
                int place = remainder + axis.before();
                List<Integer> taps = new ArrayList<>();
                List<Integer> firstOutputs = new ArrayList<>();
                for (int tap = 0; tap < axis.size(); tap++) {
                    int distance = place - tap * axis.dilation();
                    if (Math.floorMod(distance, axis.stride()) == 0) {
                        taps.add(tap);
                        firstOutputs.add(Math.floorDiv(distance, axis.stride()));
                    }
                }
                if (!taps.isEmpty()) {
                    int count = (axis.input() - remainder + axis.stride() - 1) / axis.stride();
                    phases.add(new AxisPhase(remainder, count, taps, firstOutputs));
                }
            }
            return phases;
        }

        int firstOutput(int tap) {
            return firstOutputs.get(taps.indexOf(tap));
        }
    }

    /** How far beyond the outputs the taps reach along an axis. */
    private record Margin(int before, int outputs, int after) {

        static Margin of(List<AxisPhase> phases, Axis axis) {
            int least = 0;
            int greatest = axis.output() - 1;
            for (AxisPhase phase : phases) {
                for (int first : phase.firstOutputs()) {
                    least = Math.min(least, first);
                    greatest = Math.max(greatest, first + phase.count() - 1);
                }
            }
            return new Margin(-least, axis.output(), greatest - axis.output() + 1);
        }

        int padded() {
            return before + outputs + after;
        }

        boolean isNone() {
            return before == 0 && after == 0;
        }
    }
}
