package org.robustest.layer;

import org.robustest.network.Block;

/**
 * The input of a convolution, copied so that the values which one tap meets along a row of the output lie side by side:
 * {@code [C, padded H, stride, padded W / stride]}.
 */
final class PaddedInput {

    private final int channels;
    private final Axis height;
    private final Axis width;
    private final int phaseLength;
    private final int[] taps;
    private final boolean isInput;

    PaddedInput(int channels, Axis height, Axis width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.phaseLength = (width.padded() + width.stride() - 1) / width.stride();
        this.taps = computeTaps();
        this.isInput = width.stride() == 1 && width.padded() == width.input() && height.padded() == height.input();
    }

    private int[] computeTaps() {
        int[] rows = new int[channels * height.size() * width.size()];
        int k = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < height.size(); i++) {
                for (int j = 0; j < width.size(); j++) {
                    int h = c * height.padded() + i * height.dilation();
                    int phase = j * width.dilation() % width.stride();
                    rows[k++] = (h * width.stride() + phase) * phaseLength + j * width.dilation() / width.stride();
                }
            }
        }
        return rows;
    }

    /** For each column of the weights, the row of lanes that it multiplies for the first output. */
    int[] taps() {
        return taps;
    }

    /** What is added to {@link #taps} for the first output of a row of the output. */
    int from(int outputRow) {
        return outputRow * height.stride() * width.stride() * phaseLength;
    }

    int outputHeight() {
        return height.output();
    }

    int outputWidth() {
        return width.output();
    }

    /** Returns the copy, or the input itself where it already lies so. Uses the scratch memory 0. */
    float[] copy(Block block, float[] x) {
        if (isInput) {
            return x;
        }
        float[] copy = block.scratch(0, channels * height.padded() * width.stride() * phaseLength);
        for (int c = 0; c < channels; c++) {
            for (int h = -height.before(); h < height.padded() - height.before(); h++) {
                int to = (c * height.padded() + height.before() + h) * width.stride() * phaseLength;
                if (h < 0 || h >= height.input()) {
                    block.fill(copy, to, width.stride() * phaseLength, 0);
                } else {
                    copyRow(block, x, (c * height.input() + h) * width.input(), copy, to);
                }
            }
        }
        return copy;
    }

    private void copyRow(Block block, float[] x, int from, float[] copy, int to) {
        for (int phase = 0; phase < width.stride(); phase++) {
            // The first input value w with (w + before) % stride == phase.
            int first = Math.floorMod(phase - width.before(), width.stride());
            int before = (first + width.before()) / width.stride();
            int count = Math.max(0, (width.input() - first + width.stride() - 1) / width.stride());
            int at = to + phase * phaseLength;
            block.fill(copy, at, before, 0);
            block.copyRows(x, from + first, width.stride(), copy, at + before, 1, count);
            block.fill(copy, at + before + count, phaseLength - before - count, 0);
        }
    }

    /** Visits every product of a weight {@code [outputs, C, kernel]} with an input value that is no padding. */
    void forEachTap(float[] weights, int outputs, ProductVisitor visitor) {
        int k = 0;
        for (int o = 0; o < outputs; o++) {
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < height.size(); i++) {
                    for (int j = 0; j < width.size(); j++) {
                        visitTap(weights[k++], o, c, i, j, visitor);
                    }
                }
            }
        }
    }

    private void visitTap(double weight, int o, int c, int i, int j, ProductVisitor visitor) {
        int first = j * width.dilation() - width.before();
        int from = Math.max(0, Math.floorDiv(-first + width.stride() - 1, width.stride()));
        int to = Math.min(width.output(), Math.floorDiv(width.input() - 1 - first, width.stride()) + 1);
        for (int p = 0; p < height.output() && from < to; p++) {
            int h = p * height.stride() + i * height.dilation() - height.before();
            if (h >= 0 && h < height.input()) {
                visitor.visit(
                        weight,
                        (c * height.input() + h) * width.input() + first + from * width.stride(),
                        width.stride(),
                        (o * height.output() + p) * width.output() + from,
                        to - from);
            }
        }
    }

    /**
     * Takes the products of a weight with input values that follow each other by a step, and the outputs, one beside the
     * other, that they are part of.
     */
    @FunctionalInterface
    interface ProductVisitor {
        void visit(double weight, int input, int step, int output, int count);
    }
}
