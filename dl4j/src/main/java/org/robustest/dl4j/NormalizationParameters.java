package org.robustest.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The parameters of batch normalisation in inference, a value for each channel: {@code γ (x - μ) / √(σ² + ε) + β}. */
record NormalizationParameters(INDArray gamma, INDArray beta, INDArray mean, INDArray variance, double epsilon) {

    /** The parameters that DL4J has instead of variances, if it is told to: the decimal logarithms of their square roots. */
    static final String LOGARITHM = "log10stdev";

    static NormalizationParameters of(BatchNormalization configuration, Layer layer) {
        INDArray mean = parameter(layer, "mean");
        boolean isLocked = configuration.isLockGammaBeta();
        double gamma = configuration.getGamma();
        double beta = configuration.getBeta();
        // DL4J 1.0.0-M2.1 passes over fixed parameters unless both are set.
        boolean isApplied = gamma != 1 && beta != 0;
        return new NormalizationParameters(
                isLocked ? constant(isApplied ? gamma : 1, mean) : parameter(layer, "gamma"),
                isLocked ? constant(isApplied ? beta : 0, mean) : parameter(layer, "beta"),
                mean,
                configuration.isUseLogStd() ? square(parameter(layer, LOGARITHM)) : parameter(layer, "var"),
                configuration.getEps());
    }

    private static INDArray parameter(Layer layer, String name) {
        INDArray values = layer.getParam(name).castTo(DataType.DOUBLE).dup('c');
        return values.reshape(values.length());
    }

    private static INDArray constant(double value, INDArray shaped) {
        return Nd4j.valueArrayOf(shaped.shape(), value, DataType.DOUBLE);
    }

    /** The square of a number whose decimal logarithm is given. */
    private static INDArray square(INDArray logarithms) {
        return Transforms.exp(logarithms.mul(2 * Math.log(10)));
    }
}
