package org.robustest.dl4j;

import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a vertex computes by DL4J, in inference: its value, and the product of a gradient with its derivative. */
interface VertexRun {

    LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

    /**
     * Computes the value.
     *
     * @param inputs may be written into
     * @param count the number of inputs of the model in the batch
     */
    INDArray forward(INDArray[] inputs, int count);

    /**
     * Computes the gradients with respect to the inputs, once the value has been computed.
     *
     * @param inputs the same inputs; may be written into
     * @param gradient the gradient with respect to the value; may be written into
     * @param count the number of inputs of the model in the batch
     */
    INDArray[] backward(INDArray[] inputs, INDArray gradient, int count);

    static VertexRun of(ModelVertex vertex) {
        if (vertex instanceof ModelVertex.OfLayer layer) {
            VertexRun run = ofLayer(layer);
            return layer.preprocessor()
                    .map(preprocessor -> new PreprocessorRun(preprocessor).followedBy(run))
                    .orElse(run);
        }
        return ofOperation((ModelVertex.OfOperation) vertex);
    }

    private static VertexRun ofLayer(ModelVertex.OfLayer layer) {
        if (layer.configuration() instanceof BatchNormalization) {
            return new BatchNormalizationRun(new LayerRun(layer));
        }
        if (layer.layer() instanceof IOutputLayer) {
            return new OutputLayerRun(layer);
        }
        return SameDiffRun.isSameDiff(layer) ? new SameDiffRun(new LayerRun(layer)) : new LayerRun(layer);
    }

    private static VertexRun ofOperation(ModelVertex.OfOperation operation) {
        if (operation.configuration() instanceof PreprocessorVertex preprocessorVertex) {
            return new PreprocessorRun(preprocessorVertex.getPreProcessor());
        }
        OperationRun run = new OperationRun(operation.vertex());
        return SameDiffRun.isSameDiff(operation) ? new SameDiffRun(run) : run;
    }
}
