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
    private final Map<String, Laid> values = new HashMap<>();

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
        networkImport.values.put(graph.input(), new Laid(networkImport.builder.input(), false));
        graph.vertices().forEach(networkImport::add);
        try {
            return networkImport.endingAt(
                    graph.output(), model.outputActivation().layersInFront(original.outputCount()));
        } catch (IllegalArgumentException e) {
            throw new NoCounterpartException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A value of the model.
     *
     * @param value the value, with its channels first if that is not how DL4J lays it
     * @param isToBeTurned whether DL4J lays the channels last
     */
    private record Laid(Value value, boolean isToBeTurned) {}

    private void add(ModelVertex vertex) {
        try {
            List<Laid> inputs = vertex.inputs().stream().map(this::value).toList();
            values.put(vertex.name(), added(vertex, inputs));
        } catch (IllegalArgumentException e) {
            throw new NoCounterpartException(vertex, e);
        }
    }

    private Laid added(ModelVertex vertex, List<Laid> inputs) {
        if (vertex instanceof ModelVertex.OfLayer layer) {
            List<Layer> preprocessor =
                    layer.preprocessor().map(Preprocessors::layers).orElse(List.of());
            return chain(LayerTable.layers(layer), List.of(chain(preprocessor, inputs)));
        }
        GraphVertex operation = ((ModelVertex.OfOperation) vertex).configuration();
        List<Layer> ofEachInput = VertexTable.layersOfEachInput(
                operation, inputs.stream().map(input -> input.value().shape()).toList());
        List<Laid> prepared =
                inputs.stream().map(input -> chain(ofEachInput, List.of(input))).toList();
        return chain(VertexTable.layers(operation), prepared);
    }

    /** Adds layers one after the other; channels are turned to the back only where a layer needs them there. */
    private Laid chain(List<Layer> layers, List<Laid> inputs) {
        List<Laid> laid = inputs;
        for (Layer layer : layers) {
            Laid first = laid.get(0);
            if (layer == ChannelsLast.TO_BACK && !first.isToBeTurned()) {
                laid = List.of(new Laid(first.value(), true));
            } else if (layer == ChannelsLast.TO_FRONT && first.isToBeTurned()) {
                laid = List.of(new Laid(first.value(), false));
            } else {
                Value[] turned = laid.stream().map(this::turned).toArray(Value[]::new);
                laid = List.of(new Laid(builder.add(layer, turned), false));
            }
        }
        return laid.get(0);
    }

    private Value turned(Laid laid) {
        return laid.isToBeTurned() ? builder.add(ChannelsLast.TO_BACK, laid.value()) : laid.value();
    }

    private Network endingAt(String output, List<Layer> layers) {
        return builder.build(turned(chain(layers, List.of(value(output)))));
    }

    private Laid value(String name) {
        Laid value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no value \"" + name + "\" in the graph");
        }
        return value;
    }
}
