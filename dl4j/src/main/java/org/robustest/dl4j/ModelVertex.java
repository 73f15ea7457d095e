package org.robustest.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step of a model: what it computes, from which values. */
sealed interface ModelVertex {

    /** The name of the value it gives. */
    String name();

    /** The names of the values it takes. */
    List<String> inputs();

    /** Names the vertex so that the author of the model finds it. */
    String title();

    /** A layer, behind a preprocessor if there is one. */
    record OfLayer(
            String name,
            String input,
            Optional<InputPreProcessor> preprocessor,
            org.deeplearning4j.nn.conf.layers.Layer configuration,
            Layer layer,
            String title)
            implements ModelVertex {

        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        /** Returns this layer with other parameters, which are not copied; none for a layer that has none. */
        OfLayer with(@Nullable INDArray parameters, DataType dataType) {
            Layer other = configuration.instantiate(layer.conf(), null, layer.getIndex(), parameters, false, dataType);
            return new OfLayer(name, input, preprocessor, configuration, other, title);
        }
    }

    /** An operation without a layer. */
    record OfOperation(
            String name,
            List<String> inputs,
            GraphVertex configuration,
            org.deeplearning4j.nn.graph.vertex.GraphVertex vertex)
            implements ModelVertex {

        @Override
        public String title() {
            return "vertex \"" + name + "\" (" + configuration.getClass().getSimpleName() + ")";
        }
    }
}
