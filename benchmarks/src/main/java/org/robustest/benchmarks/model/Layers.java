package org.robustest.benchmarks.model;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.AdaMax;

/** The layers of the models. The last layer is dense: DL4J takes a cotangent only where there is no output layer. */
final class Layers {

    private static final long SEED = 1;
    private static final double LEARNING_RATE = 0.001;

    private Layers() {}

    static NeuralNetConfiguration.Builder network() {
        return new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .weightInit(WeightInit.RELU)
                .updater(new AdaMax(LEARNING_RATE));
    }

    static DenseLayer dense(int inputs, int outputs, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(outputs)
                .activation(activation)
                .build();
    }

    static Convolution1DLayer convolution(int inputs, int outputs, int kernel, int stride, Activation activation) {
        return new Convolution1DLayer.Builder(kernel)
                .nIn(inputs)
                .nOut(outputs)
                .stride(stride)
                .padding(kernel / 2)
                .convolutionMode(ConvolutionMode.Truncate)
                .activation(activation)
                .build();
    }
}
