package org.robustest.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.robustest.layer.Dense;

/** What a model does to its logits before it gives them out, and how to get them back. */
enum OutputActivation {
    /** Probabilities that add up to 1; their logarithms are the logits but for a constant. */
    SOFTMAX,

    /** One probability for each class, or of the second of two classes; their logits are the logits. */
    SIGMOID,

    /** Anything else: what comes out is taken for the logits. */
    NONE;

    /** The smallest probability told from 0, so that a logarithm stays a number. */
    private static final double SMALLEST = Float.MIN_NORMAL;

    static OutputActivation of(Layer output) {
        IActivation activation = activation(InferenceCopy.unfrozen(output));
        if (activation instanceof ActivationSoftmax) {
            return SOFTMAX;
        }
        return activation instanceof ActivationSigmoid ? SIGMOID : NONE;
    }

    boolean isTakenOff() {
        return this != NONE;
    }

    /** Makes a layer end in its logits, if it ends in an activation that is taken off. */
    static void takeOff(Layer output) {
        if (of(output).isTakenOff()) {
            if (output instanceof BaseLayer base) {
                base.setActivationFn(new ActivationIdentity());
            } else if (output instanceof ActivationLayer layer) {
                layer.setActivationFn(new ActivationIdentity());
            }
        }
    }

    private static IActivation activation(Layer layer) {
        boolean ignoresItsActivation = layer instanceof DropoutLayer || layer instanceof BatchNormalization;
        if (layer instanceof BaseLayer base && !ignoresItsActivation) {
            return base.getActivationFn();
        }
        return layer instanceof ActivationLayer activationLayer
                ? activationLayer.getActivationFn()
                : new ActivationIdentity();
    }

    /** The number of classes of a model that gives so many outputs. */
    int classCount(int outputs) {
        return isOneOfTwo(outputs) ? 2 : outputs;
    }

    /** Tells whether so many outputs are the probability of the second of two classes. */
    boolean isOneOfTwo(int outputs) {
        return this == SIGMOID && outputs == 1;
    }

    /** Computes the logits of one input from what the model gives out. */
    void logits(double[] outputs, float[] logits, int offset) {
        if (isOneOfTwo(outputs.length)) {
            logits[offset] = 0;
            logits[offset + 1] = logit(outputs[0]);
        } else {
            for (int k = 0; k < outputs.length; k++) {
                logits[offset + k] = logit(outputs[k]);
            }
        }
    }

    private float logit(double output) {
        return (float)
                switch (this) {
                    case SOFTMAX -> Math.log(Math.max(output, SMALLEST));
                    case SIGMOID -> Math.log(Math.max(output, SMALLEST)) - Math.log(Math.max(1 - output, SMALLEST));
                    case NONE -> output;
                };
    }

    /** Computes the logits of one input from what the model has in front of its output activation. */
    void logitsInFront(float[] values, int from, int outputs, float[] logits, int offset) {
        if (isOneOfTwo(outputs)) {
            logits[offset] = 0;
            logits[offset + 1] = values[from];
        } else {
            System.arraycopy(values, from, logits, offset, outputs);
        }
    }

    /** The transpose of {@link #logitsInFront}. */
    void cotangentInFront(float[] cotangent, int outputs, float[] values, int from) {
        if (isOneOfTwo(outputs)) {
            values[from] = cotangent[1];
        } else {
            System.arraycopy(cotangent, 0, values, from, outputs);
        }
    }

    /** The layers that follow in a network for {@link #logitsInFront}. */
    List<org.robustest.network.Layer> layersInFront(int outputs) {
        return isOneOfTwo(outputs) ? List.of(Dense.of(new float[] {0, 1}, new float[] {0, 0})) : List.of();
    }
}
