package org.robustest.dl4j;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.robustest.layer.Activation;
import org.robustest.layer.ActivationFunction;
import org.robustest.layer.Activations;
import org.robustest.network.Layer;

/** The counterpart of each DL4J activation, by its exact class. */
final class ActivationTable {

    private static final Map<Class<?>, Function<IActivation, ActivationFunction>> FUNCTIONS = Map.ofEntries(
            entry(ActivationReLU.class, ActivationTable::relu),
            entry(ActivationLReLU.class, leaky -> Activations.leakyRelu(leaky.getAlpha())),
            entry(ActivationReLU6.class, Activations.relu6()),
            entry(ActivationThresholdedReLU.class, relu -> Activations.thresholdedRelu(relu.getTheta())),
            entry(ActivationELU.class, elu -> Activations.elu(elu.getAlpha())),
            entry(ActivationSELU.class, Activations.selu()),
            entry(ActivationGELU.class, ActivationTable::gelu),
            entry(ActivationSwish.class, Activations.swish()),
            entry(ActivationMish.class, Activations.mish()),
            entry(ActivationSoftSign.class, Activations.softsign()),
            entry(ActivationSigmoid.class, Activations.sigmoid()),
            entry(ActivationHardSigmoid.class, Activations.hardSigmoid()),
            entry(ActivationTanH.class, Activations.tanh()),
            entry(ActivationHardTanH.class, Activations.hardTanh()),
            entry(ActivationRationalTanh.class, Activations.rationalTanh()),
            entry(ActivationRectifiedTanh.class, Activations.rectifiedTanh()),
            entry(ActivationCube.class, Activations.cube()));

    private ActivationTable() {}

    /** DL4J cubes 0.044715 x where the paper has 0.044715 x³. */
    private static ActivationFunction gelu(ActivationGELU gelu) {
        return gelu.isPrecise() ? Activations.tanhGelu(Math.pow(0.044715, 3)) : Activations.sigmoidGelu();
    }

    private static Map.Entry<Class<?>, Function<IActivation, ActivationFunction>> entry(
            Class<?> type, ActivationFunction function) {
        return Map.entry(type, activation -> function);
    }

    private static <A> Map.Entry<Class<?>, Function<IActivation, ActivationFunction>> entry(
            Class<A> type, Function<A, ActivationFunction> function) {
        return Map.entry(type, activation -> function.apply(type.cast(activation)));
    }

    /**
     * Returns the counterpart of an activation: a layer, or nothing for the identity.
     *
     * @param activation the activation
     * @param type the type that it is computed in
     * @throws IllegalArgumentException if there is no counterpart
     */
    static List<Layer> layers(IActivation activation, DataType type) {
        if (activation instanceof ActivationIdentity) {
            return List.of();
        }
        if (activation instanceof ActivationSoftPlus) {
            return List.of(Activation.of(Activations.overflowingSoftplus(Math.log(largest(type)))));
        }
        Function<IActivation, ActivationFunction> function = FUNCTIONS.get(activation.getClass());
        if (function == null) {
            throw new IllegalArgumentException("there is no counterpart for the activation " + activation);
        }
        return List.of(Activation.of(function.apply(activation)));
    }

    private static double largest(DataType type) {
        return switch (type) {
            case DOUBLE -> Double.MAX_VALUE;
            case HALF -> 65504;
            default -> Float.MAX_VALUE;
        };
    }

    private static ActivationFunction relu(ActivationReLU relu) {
        return Activations.relu(
                Objects.requireNonNullElse(relu.getMax(), Double.POSITIVE_INFINITY),
                Objects.requireNonNullElse(relu.getThreshold(), 0.0),
                Objects.requireNonNullElse(relu.getNegativeSlope(), 0.0));
    }
}
