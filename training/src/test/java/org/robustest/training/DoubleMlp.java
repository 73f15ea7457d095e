package org.robustest.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.activations.Activation;
import org.robustest.perturbation.Norm;
import org.robustest.samples.Sample;

/** An MLP in double, with its input gradient, written for reading and not for speed. */
final class DoubleMlp {

    private final Activation activation;
    private final List<double[]> parameters;

    DoubleMlp(Activation activation, List<float[]> parameters) {
        this.activation = activation;
        this.parameters = parameters.stream()
                .map(array -> IntStream.range(0, array.length)
                        .mapToDouble(i -> array[i])
                        .toArray())
                .toList();
    }

    double[] logits(float[] input) {
        double[] value =
                IntStream.range(0, input.length).mapToDouble(i -> input[i]).toArray();
        for (int layer = 0; layer < layers(); layer++) {
            value = activated(layer, affine(layer, value));
        }
        return value;
    }

    /** The gradient of one logit with respect to the input. */
    double[] inputGradient(float[] input, int logit) {
        double[][] before = new double[layers()][];
        double[] value =
                IntStream.range(0, input.length).mapToDouble(i -> input[i]).toArray();
        for (int layer = 0; layer < layers(); layer++) {
            before[layer] = affine(layer, value);
            value = activated(layer, before[layer]);
        }
        double[] gradient = new double[value.length];
        gradient[logit] = 1;
        for (int layer = layers() - 1; layer >= 0; layer--) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= isLast(layer) ? 1 : slope(before[layer][i]);
            }
            gradient = back(layer, gradient);
        }
        return gradient;
    }

    /** Interval bounds of {@code z_k − z_label} for inputs within bounds; the last layer is merged with the margins. */
    double[] worstLogits(double[] lower, double[] upper, int label) {
        double[] low = lower;
        double[] high = upper;
        for (int layer = 0; layer < layers() - 1; layer++) {
            double[] least = extreme(layer, low, high);
            high = activated(layer, extreme(layer, high, low));
            low = activated(layer, least);
        }
        double[] weights = parameters.get(2 * layers() - 2);
        double[] biases = parameters.get(2 * layers() - 1);
        double[] worst = new double[biases.length];
        for (int k = 0; k < worst.length; k++) {
            worst[k] = biases[k] - biases[label];
            for (int i = 0; i < low.length; i++) {
                double weight = weights[k * low.length + i] - weights[label * low.length + i];
                worst[k] += weight * (weight > 0 ? high[i] : low[i]);
            }
        }
        return worst;
    }

    /** The values of a layer with positive weights on one end of an interval, and negative ones on the other. */
    private double[] extreme(int layer, double[] ofPositive, double[] ofNegative) {
        double[] weights = parameters.get(2 * layer);
        double[] result = parameters.get(2 * layer + 1).clone();
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < ofPositive.length; column++) {
                double weight = weights[row * ofPositive.length + column];
                result[row] += weight * (weight > 0 ? ofPositive : ofNegative)[column];
            }
        }
        return result;
    }

    private int layers() {
        return parameters.size() / 2;
    }

    private boolean isLast(int layer) {
        return layer == layers() - 1;
    }

    private double[] affine(int layer, double[] value) {
        double[] weights = parameters.get(2 * layer);
        double[] result = parameters.get(2 * layer + 1).clone();
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < value.length; column++) {
                result[row] += weights[row * value.length + column] * value[column];
            }
        }
        return result;
    }

    private double[] back(int layer, double[] gradient) {
        double[] weights = parameters.get(2 * layer);
        double[] result = new double[weights.length / gradient.length];
        for (int row = 0; row < gradient.length; row++) {
            for (int column = 0; column < result.length; column++) {
                result[column] += weights[row * result.length + column] * gradient[row];
            }
        }
        return result;
    }

    private double[] activated(int layer, double[] before) {
        double[] after = before.clone();
        for (int i = 0; i < after.length && !isLast(layer); i++) {
            after[i] = switch (activation) {
                case TANH -> Math.tanh(before[i]);
                case RELU -> Math.max(0, before[i]);
                case IDENTITY -> before[i];
                default -> throw new IllegalArgumentException(activation.toString());
            };
        }
        return after;
    }

    private double slope(double before) {
        return switch (activation) {
            case TANH -> 1 - Math.tanh(before) * Math.tanh(before);
            case RELU -> before > 0 ? 1 : 0;
            case IDENTITY -> 1;
            default -> throw new IllegalArgumentException(activation.toString());
        };
    }

    /** The derivatives of a function of this MLP with respect to its parameters, one by one. */
    List<double[]> centralDifferences(ToDoubleFunction<DoubleMlp> function, double step) {
        return parameters.stream()
                .map(array -> IntStream.range(0, array.length)
                        .mapToDouble(i -> {
                            double value = array[i];
                            array[i] = value + step;
                            double above = function.applyAsDouble(this);
                            array[i] = value - step;
                            double below = function.applyAsDouble(this);
                            array[i] = value;
                            return (above - below) / (2 * step);
                        })
                        .toArray())
                .toList();
    }

    /** The noise-to-signal regularization as the paper states it. */
    record Nsr(double beta, double epsilon, double eta, Norm noise, boolean hasMargin) {

        double of(DoubleMlp mlp, List<Sample> samples) {
            double squared = 0;
            double margins = 0;
            int marginCount = 0;
            double ratios = 0;
            int ratioCount = 0;
            for (Sample sample : samples) {
                double[] z = mlp.logits(sample.input());
                double signal = z[sample.label()];
                for (int k = 0; k < z.length; k++) {
                    squared += Math.pow(z[k] - (k == sample.label() ? 1 : 0), 2);
                    double margin = 1 - signal + z[k];
                    if (isCorrect(z, sample) && k != sample.label() && margin > 0 && margin < 2) {
                        margins += margin;
                        marginCount++;
                    }
                }
                if (isCorrect(z, sample) && signal > 0) {
                    double[] v = mlp.inputGradient(sample.input(), sample.label());
                    ratios += Math.log(1 + epsilon * dualNorm(v) / (signal + eta));
                    ratioCount++;
                }
            }
            return squared / samples.size()
                    + (hasMargin && marginCount > 0 ? margins / marginCount : 0)
                    + (ratioCount > 0 ? beta * ratios / ratioCount : 0);
        }

        int ratioCount(DoubleMlp mlp, List<Sample> samples) {
            return (int) samples.stream()
                    .filter(sample -> {
                        double[] z = mlp.logits(sample.input());
                        return isCorrect(z, sample) && z[sample.label()] > 0;
                    })
                    .count();
        }

        private static boolean isCorrect(double[] z, Sample sample) {
            return IntStream.range(0, z.length).allMatch(k -> z[k] <= z[sample.label()]);
        }

        private double dualNorm(double[] v) {
            double sum = 0;
            for (double value : v) {
                sum += noise == Norm.LINF ? Math.abs(value) : value * value;
            }
            return noise == Norm.LINF ? sum : Math.sqrt(sum);
        }
    }
}
