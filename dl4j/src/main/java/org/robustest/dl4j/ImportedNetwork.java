package org.robustest.dl4j;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/**
 * A DL4J model as a network, and which of its parameters is which of the model's: what training needs to take gradients from
 * the one to the other.
 *
 * <p>The network computes what the model computes in inference: without dropout and weight noise, and with the statistics
 * that batch normalisation has. Immutable and safe for use by several threads.
 */
public final class ImportedNetwork {

    private final Network network;
    private final ParameterPlaces places;

    private ImportedNetwork(Network network, ParameterPlaces places) {
        this.network = network;
        this.places = places;
    }

    /**
     * Imports a model.
     *
     * @param model an initialized model
     * @param inputShape the shape of one input, as DL4J takes it, without the batch dimension; used if the configuration of
     *     the model does not tell it
     * @return the network, and where its parameters come from
     * @throws ModelImportException if a layer has no counterpart, with its name and the reason, or the model is none that
     *     {@link Dl4j#classifier(MultiLayerNetwork, Shape)} accepts
     */
    public static ImportedNetwork of(MultiLayerNetwork model, Shape inputShape) {
        return of(OriginalModel.of(model), inputShape);
    }

    /**
     * Imports a graph.
     *
     * @param model an initialized graph with one input and one output
     * @param inputShape the shape of one input, as by {@link #of(MultiLayerNetwork, Shape)}
     * @return the network, and where its parameters come from
     * @throws ModelImportException if a vertex has no counterpart, with its name and the reason, or the graph is none that
     *     {@link Dl4j#classifier(ComputationGraph, Shape)} accepts
     */
    public static ImportedNetwork of(ComputationGraph model, Shape inputShape) {
        return of(OriginalModel.of(model), inputShape);
    }

    private static ImportedNetwork of(OriginalModel model, Shape inputShape) {
        ModelOutput original = ModelOutput.of(model, InputShape.of(model.graph(), inputShape));
        try {
            Network network = ModelClassifiers.network(model, original);
            return new ImportedNetwork(network, ParameterPlaces.of(model, original));
        } catch (NoCounterpartException e) {
            throw new ModelImportException("the model cannot be imported: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the network.
     *
     * @return the network, with the parameters that the model had when it was imported
     */
    public Network network() {
        return network;
    }

    /**
     * Copies parameters of the model to where they stand in the network.
     *
     * @param ofModel the parameters of the model, as its {@code params()} holds them
     * @param ofNetwork receives them, in the form of {@link Network#parameters()}; what is no parameter of the model is left
     *     as it is
     */
    public void toNetwork(float[] ofModel, List<float[]> ofNetwork) {
        places.forEach(ofNetwork, (array, i, place) -> array[i] = ofModel[place]);
    }

    /**
     * Copies parameters of the network, or gradients with respect to them, to where they stand in the model.
     *
     * @param ofNetwork the values, in the form of {@link Network#parameters()}
     * @param ofModel receives them, in the order of the model's {@code params()}; what is no parameter of the network is left
     *     as it is
     */
    public void toModel(List<float[]> ofNetwork, float[] ofModel) {
        places.forEach(ofNetwork, (array, i, place) -> ofModel[place] = array[i]);
    }
}
