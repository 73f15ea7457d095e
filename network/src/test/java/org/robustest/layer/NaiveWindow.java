package org.robustest.layer;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.robustest.samples.Shape;

/** What a window over a signal or an image meets, by the definition, one output value after another. */
final class NaiveWindow {

    private final Window window;
    private final Shape input;

    NaiveWindow(Window window, Shape input) {
        this.window = window;
        this.input = input;
    }

    /** The number of output values of each channel. */
    int outputCount() {
        return outputs(0) * (window.axes() == 1 ? 1 : outputs(1));
    }

    private int outputs(int axis) {
        int padded = window.paddingBefore(axis) + input.dimension(axis + 1) + window.paddingAfter(axis);
        int extent = (window.size(axis) - 1) * window.dilation(axis) + 1;
        return (padded - extent) / window.stride(axis) + 1;
    }

    /** The values in the window of an output value, row-major; NaN for padding. */
    double[] values(double[] x, int channel, int output) {
        double[] values = new double[window.axes() == 1 ? window.size(0) : window.size(0) * window.size(1)];
        for (int tap = 0; tap < values.length; tap++) {
            if (window.axes() == 1) {
                values[tap] = at(x, channel, index(0, output, tap));
            } else {
                int row = index(0, output / outputs(1), tap / window.size(1));
                int column = index(1, output % outputs(1), tap % window.size(1));
                values[tap] = at(x, channel, row, column);
            }
        }
        return values;
    }

    private int index(int axis, int output, int tap) {
        return output * window.stride(axis) + tap * window.dilation(axis) - window.paddingBefore(axis);
    }

    private double at(double[] x, int channel, int... index) {
        int at = channel;
        for (int axis = 0; axis < index.length; axis++) {
            int length = input.dimension(axis + 1);
            if (index[axis] < 0 || index[axis] >= length) {
                return Double.NaN;
            }
            at = at * length + index[axis];
        }
        return x[at];
    }

    double[] largest(double[] x) {
        return pool(
                x,
                values -> Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElseThrow());
    }

    double[] average(double[] x, boolean countsPadding) {
        return pool(x, values -> {
            double[] met =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            return Arrays.stream(met).sum() / Math.max(1, countsPadding ? values.length : met.length);
        });
    }

    private double[] pool(double[] x, Pool pool) {
        double[] y = new double[input.dimension(0) * outputCount()];
        for (int i = 0; i < y.length; i++) {
            y[i] = pool.of(values(x, i / outputCount(), i % outputCount()));
        }
        return y;
    }

    @FunctionalInterface
    private interface Pool {
        double of(double[] values);
    }

    double[] convolution(double[] x, float[] weights, float[] biases) {
        double[] y = new double[biases.length * outputCount()];
        int channels = input.dimension(0);
        int taps = weights.length / biases.length / channels;
        DoubleUnaryOperator zeroForPadding = value -> Double.isNaN(value) ? 0 : value;
        for (int i = 0; i < y.length; i++) {
            int out = i / outputCount();
            y[i] = biases[out];
            for (int in = 0; in < channels; in++) {
                double[] values = values(x, in, i % outputCount());
                for (int tap = 0; tap < taps; tap++) {
                    y[i] += weights[(out * channels + in) * taps + tap] * zeroForPadding.applyAsDouble(values[tap]);
                }
            }
        }
        return y;
    }
}
