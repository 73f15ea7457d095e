package org.robustest.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;

/** Copies the vertices and parameters of a DL4J model into a network that ends at the logits. */
final class NetworkImport {

    private final Network.Builder builder;
    private final Map<String, Value> values = new HashMap<>();

    private NetworkImport(Network.Builder builder) {
        this.builder = builder;
    }

    /**
     * Imports a model.
     *
     * @throws NoCounterpartException if a vertex cannot be imported, with the reason
     */
    static Network of(OriginalModel model, ModelOutput original) {
        ModelGraph graph = model.graph();
        NetworkImport networkImport = new NetworkImport(Network.builder(original.inputShape()));
        networkImport.values.put(graph.input(), networkImport.builder.input());
        graph.vertices().forEach(networkImport::add);
        try {
            return networkImport.endingAt(
                    graph.output(), model.outputActivation().layersInFront(original.outputCount()));
        } catch (IllegalArgumentException e) {
            throw new NoCounterpartException(String.valueOf(e.getMessage()));
        }
    }

    private void add(ModelVertex vertex) {
        try {
            List<Value> inputs = vertex.inputs().stream().map(this::value).toList();
            values.put(vertex.name(), added(vertex, inputs));
        } catch (IllegalArgumentException e) {
            throw new NoCounterpartException(vertex, e);
        }
    }

    private Value added(ModelVertex vertex, List<Value> inputs) {
        if (vertex instanceof ModelVertex.OfLayer layer) {
            List<Layer> preprocessor =
                    layer.preprocessor().map(Preprocessors::layers).orElse(List.of());
            return chain(LayerTable.layers(layer), List.of(chain(preprocessor, inputs)));
        }
        GraphVertex operation = ((ModelVertex.OfOperation) vertex).configuration();
        return chain(VertexTable.layers(operation), inputs);
    }

    private Value chain(List<Layer> layers, List<Value> inputs) {
        List<Value> values = inputs;
        for (Layer layer : layers) {
            values = List.of(builder.add(layer, values.toArray(Value[]::new)));
        }
        return values.get(0);
    }

    private Network endingAt(String output, List<Layer> layers) {
        return builder.build(chain(layers, List.of(value(output))));
    }

    private Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no value \"" + name + "\" in the graph");
        }
        return value;
    }
}
