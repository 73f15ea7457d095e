package org.robustest.benchmarks.engine;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.samples.Shape;

/**
 * DL4J by its own layers, vertex by vertex, forward and back: {@code ComputationGraph.backpropGradient} runs the same
 * passes, but does not give the gradient with respect to the input.
 */
final class Dl4jEngine implements GradientEngine {

    private static final String WORKSPACE = "passes";

    /** Grows to what one batch needs, and is used again for the next. */
    private static final WorkspaceConfiguration CONFIGURATION = WorkspaceConfiguration.builder()
            .policyAllocation(AllocationPolicy.OVERALLOCATE)
            .overallocationLimit(0.05)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .build();

    private static final LayerWorkspaceMgr WORKSPACES = LayerWorkspaceMgr.builder()
            .defaultWorkspace(WORKSPACE, CONFIGURATION)
            .build();

    private final ComputationGraph graph;
    private final Shape inputShape;
    private final int classCount;

    Dl4jEngine(Model model, Shape inputShape, int classCount) {
        this.graph =
                model instanceof MultiLayerNetwork network ? network.toComputationGraph() : (ComputationGraph) model;
        this.inputShape = inputShape;
        this.classCount = classCount;
        graph.initGradientsView();
    }

    @Override
    public float[] gradients(float[] inputs, int count) {
        long[] shape = new long[inputShape.rank() + 1];
        shape[0] = count;
        for (int axis = 0; axis < inputShape.rank(); axis++) {
            shape[axis + 1] = inputShape.dimension(axis);
        }
        INDArray batch = Nd4j.createFromArray(Arrays.copyOf(inputs, count * inputShape.size()))
                .reshape(shape);
        INDArray cotangent =
                Nd4j.createFromArray(OneHot.cotangents(count, classCount)).reshape(count, classCount);
        MemoryWorkspace opened = Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, WORKSPACE);
        try {
            forward(batch);
            return backward(cotangent).dup('c').data().asFloat();
        } finally {
            opened.close();
        }
    }

    private void forward(INDArray batch) {
        INDArray[] values = new INDArray[graph.getVertices().length];
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (vertex.isInputVertex()) {
                values[index] = batch;
                continue;
            }
            VertexIndices[] sources = vertex.getInputVertices();
            for (int k = 0; k < sources.length; k++) {
                vertex.setInput(k, values[sources[k].getVertexIndex()], WORKSPACES);
            }
            values[index] = vertex.doForward(true, WORKSPACES);
        }
    }

    private INDArray backward(INDArray cotangent) {
        INDArray[] gradients = new INDArray[graph.getVertices().length];
        int[] order = graph.topologicalSortOrder();
        gradients[order[order.length - 1]] = cotangent;
        for (int place = order.length - 1; place > 0; place--) {
            GraphVertex vertex = graph.getVertices()[order[place]];
            vertex.setEpsilon(gradients[order[place]]);
            INDArray[] back = vertex.doBackward(false, WORKSPACES).getSecond();
            for (int k = 0; k < back.length; k++) {
                int source = vertex.getInputVertices()[k].getVertexIndex();
                gradients[source] = gradients[source] == null ? back[k] : gradients[source].add(back[k]);
            }
            vertex.clear();
        }
        return gradients[order[0]];
    }
}
