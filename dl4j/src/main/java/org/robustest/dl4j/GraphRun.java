package org.robustest.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a model by DL4J's own layers, vertex by vertex, forward and back.
 *
 * <p>DL4J gives the gradients with respect to the input of a {@code MultiLayerNetwork} for a loss function alone, and those
 * of a {@code ComputationGraph} not at all. Not safe for use by several threads at once.
 */
final class GraphRun {

    private final ModelGraph graph;
    private final List<VertexRun> runs;
    private final Map<String, INDArray> values = new HashMap<>();

    GraphRun(ModelGraph graph) {
        this.graph = graph;
        this.runs = graph.vertices().stream().map(VertexRun::of).toList();
    }

    /** Computes what the model has in front of its output activation. */
    INDArray forward(INDArray batch) {
        values.clear();
        values.put(graph.input(), batch.castTo(graph.dataType()));
        graph.beforeRun().accept(value(graph.input()));
        for (int i = 0; i < runs.size(); i++) {
            ModelVertex vertex = graph.vertices().get(i);
            values.put(vertex.name(), runs.get(i).forward(inputs(vertex), count()));
        }
        return value(graph.output());
    }

    /** Computes the product of a cotangent at the output with the derivative by the input, where the last forward run was. */
    INDArray backward(INDArray cotangent) {
        Map<String, INDArray> gradients = new HashMap<>();
        gradients.put(graph.output(), cotangent.castTo(graph.dataType()));
        for (int i = runs.size() - 1; i >= 0; i--) {
            ModelVertex vertex = graph.vertices().get(i);
            INDArray gradient = gradients.get(vertex.name());
            if (gradient != null) {
                INDArray[] inputGradients = runs.get(i).backward(inputs(vertex), gradient.dup('c'), count());
                for (int k = 0; k < inputGradients.length; k++) {
                    gradients.merge(vertex.inputs().get(k), inputGradients[k], INDArray::add);
                }
            }
        }
        INDArray gradient = gradients.get(graph.input());
        if (gradient == null) {
            throw new ModelImportException("the output of the model does not depend on its input");
        }
        return gradient;
    }

    private int count() {
        return (int) value(graph.input()).size(0);
    }

    /** Copies: DL4J's layers may write into what they are given. */
    private INDArray[] inputs(ModelVertex vertex) {
        return vertex.inputs().stream().map(name -> value(name).dup('c')).toArray(INDArray[]::new);
    }

    private INDArray value(String name) {
        INDArray value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the value \"" + name + "\" has not been computed");
        }
        return value;
    }
}
