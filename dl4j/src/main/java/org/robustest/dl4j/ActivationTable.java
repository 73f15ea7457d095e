package org.robustest.dl4j;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.robustest.layer.ActivationFunction;
import org.robustest.layer.Activations;

/** The counterpart of each DL4J activation, by its exact class. */
final class ActivationTable {

    private static final Map<Class<?>, Function<IActivation, ActivationFunction>> FUNCTIONS = Map.of(
            ActivationReLU.class, activation -> Activations.relu(),
            ActivationLReLU.class, activation -> Activations.leakyRelu(((ActivationLReLU) activation).getAlpha()),
            ActivationELU.class, activation -> Activations.elu(((ActivationELU) activation).getAlpha()),
            ActivationTanH.class, activation -> Activations.tanh(),
            ActivationSigmoid.class, activation -> Activations.sigmoid(),
            ActivationSoftPlus.class, activation -> Activations.softplus());

    private ActivationTable() {}

    /**
     * Returns the counterpart of an activation, or nothing for the identity.
     *
     * @throws IllegalArgumentException if there is no counterpart
     */
    static Optional<ActivationFunction> importActivation(IActivation activation) {
        if (activation instanceof ActivationIdentity) {
            return Optional.empty();
        }
        Function<IActivation, ActivationFunction> function = FUNCTIONS.get(activation.getClass());
        if (function == null) {
            throw new IllegalArgumentException("there is no counterpart for the activation " + activation);
        }
        return Optional.of(function.apply(activation));
    }
}
