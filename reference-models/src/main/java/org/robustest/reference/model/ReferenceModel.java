package org.robustest.reference.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A reference model: what there is to know about it, and its weights if they are shipped.
 *
 * @param <M> the type of DL4J that runs it
 */
public final class ReferenceModel<M extends Model> {

    private final String name;
    private final String description;
    private final Loader<M> loader;

    private ReferenceModel(String name, String description, Loader<M> loader) {
        this.name = name;
        this.description = description;
        this.loader = loader;
    }

    static ReferenceModel<MultiLayerNetwork> multiLayerNetwork(String name, String description) {
        return new ReferenceModel<>(
                name, description, weights -> ModelSerializer.restoreMultiLayerNetwork(weights, false));
    }

    static ReferenceModel<ComputationGraph> computationGraph(String name, String description) {
        return new ReferenceModel<>(
                name, description, weights -> ModelSerializer.restoreComputationGraph(weights, false));
    }

    /**
     * Returns the name, which is also the name of the file of weights without {@code .zip}.
     *
     * @return the name, such as {@code mitbih-mlp}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the network, what it was trained on, and how.
     *
     * @return the description, in one line
     */
    public String description() {
        return description;
    }

    /**
     * Tells whether weights are shipped with this library.
     *
     * @return {@code true} if {@link #load()} finds them
     */
    public boolean isShipped() {
        return ReferenceModel.class.getResource(resource()) != null;
    }

    /**
     * Loads the model.
     *
     * @return a model of its own for every call, without the state of its updater
     * @throws IllegalStateException if no weights are shipped
     */
    public M load() {
        try (InputStream weights = ReferenceModel.class.getResourceAsStream(resource())) {
            if (weights == null) {
                throw new IllegalStateException("no weights of the reference model \"" + name
                        + "\" are on the class path; make them with: reference-models/models train " + name);
            }
            return loader.load(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("the weights of the reference model \"" + name + "\" cannot be read", e);
        }
    }

    private String resource() {
        return name + ".zip";
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    private interface Loader<M> {
        M load(InputStream weights) throws IOException;
    }
}
