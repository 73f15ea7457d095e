package org.robustest.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.robustest.layer.Activation;
import org.robustest.layer.ActivationFunction;
import org.robustest.layer.Dense;
import org.robustest.samples.Shape;

/** A multilayer perceptron evaluated in double by the textbook formula: another implementation to compare with. */
final class ReferenceMlp {

    private final int[] sizes;
    private final List<float[]> weights = new ArrayList<>();
    private final List<float[]> biases = new ArrayList<>();
    private final DoubleUnaryOperator activation;

    private ReferenceMlp(int[] sizes, DoubleUnaryOperator activation) {
        this.sizes = sizes;
        this.activation = activation;
    }

    static ReferenceMlp random(String name, DoubleUnaryOperator activation, int... sizes) {
        ReferenceMlp mlp = new ReferenceMlp(sizes, activation);
        for (int l = 1; l < sizes.length; l++) {
            double scale = Math.sqrt(3.0 / sizes[l - 1]);
            mlp.weights.add(RandomArrays.uniform(name + " weights " + l, sizes[l] * sizes[l - 1], -scale, scale));
            mlp.biases.add(RandomArrays.uniform(name + " biases " + l, sizes[l], -0.1, 0.1));
        }
        return mlp;
    }

    Network network(ActivationFunction function) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++) {
            layers.add(Dense.of(weights.get(l), biases.get(l)));
            if (l < weights.size() - 1) {
                layers.add(Activation.of(function));
            }
        }
        return Network.sequential(Shape.of(sizes[0]), layers);
    }

    double[] logits(float[] inputs, int offset) {
        double[] x = new double[sizes[0]];
        for (int i = 0; i < x.length; i++) {
            x[i] = inputs[offset + i];
        }
        return logits(x);
    }

    double derivative(float[] inputs, int logit, int index) {
        double step = 1e-5;
        double[] x = new double[sizes[0]];
        for (int i = 0; i < x.length; i++) {
            x[i] = inputs[i];
        }
        x[index] += step;
        double above = logits(x)[logit];
        x[index] -= 2 * step;
        double below = logits(x)[logit];
        return (above - below) / (2 * step);
    }

    private double[] logits(double[] input) {
        double[] x = input;
        for (int l = 0; l < weights.size(); l++) {
            double[] y = new double[sizes[l + 1]];
            for (int o = 0; o < y.length; o++) {
                double sum = biases.get(l)[o];
                for (int i = 0; i < x.length; i++) {
                    sum += (double) weights.get(l)[o * x.length + i] * x[i];
                }
                y[o] = l < weights.size() - 1 ? activation.applyAsDouble(sum) : sum;
            }
            x = y;
        }
        return x;
    }
}
