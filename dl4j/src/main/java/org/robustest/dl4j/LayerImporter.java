package org.robustest.dl4j;

import java.util.List;
import org.robustest.network.Layer;

/**
 * Imports one kind of DL4J layer.
 *
 * @param <C> the class of its configuration
 */
@FunctionalInterface
interface LayerImporter<C> {

    /**
     * Returns the layers that compute, one after the other, what the DL4J layer computes in inference.
     *
     * @throws IllegalArgumentException if it is configured in a way that has no counterpart
     */
    List<Layer> layers(C configuration, LayerParameters parameters);
}
