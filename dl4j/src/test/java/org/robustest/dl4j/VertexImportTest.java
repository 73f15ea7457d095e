package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class VertexImportTest {

    @ParameterizedTest
    @EnumSource(ElementWiseVertex.Op.class)
    void of_two_vectors(ElementWiseVertex.Op operation) {
        Comparison.of(vectors(graph -> graph.addVertex("vertex", new ElementWiseVertex(operation), "a", "b")))
                .isImportedExactly();
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementWiseVertex.Op.class,
            names = {"Add", "Product", "Average", "Max"})
    void of_three_vectors(ElementWiseVertex.Op operation) {
        Comparison.of(vectors(graph -> graph.addVertex("vertex", new ElementWiseVertex(operation), "a", "b", "a")))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    static Stream<GraphVertex> ofOneVector() {
        return Stream.of(
                new MergeVertex(),
                new ElementWiseVertex(ElementWiseVertex.Op.Add),
                new ScaleVertex(-1.5),
                new ShiftVertex(0.7),
                new L2NormalizeVertex(),
                new L2NormalizeVertex(new int[] {1}, 1e-3),
                new ReshapeVertex(-1, 4),
                new SubsetVertex(1, 2));
    }

    @ParameterizedTest
    @MethodSource("ofOneVector")
    void of_one_vector(GraphVertex vertex) {
        Comparison.of(vectors(graph -> graph.addVertex("vertex", vertex, "a"))).isImportedExactly();
    }

    @Test
    void merges_vectors() {
        Comparison.of(vectors(graph -> graph.addVertex("vertex", new MergeVertex(), "a", "b", "a")))
                .isImportedExactly();
    }

    @Test
    void preprocesses_vectors() {
        GraphVertex images = new PreprocessorVertex(new FeedForwardToCnnPreProcessor(2, 2, 1));

        Comparison.of(vectors(graph -> graph.addVertex("images", images, "a")
                        .addLayer(
                                "vertex",
                                new ConvolutionLayer.Builder(2, 1).nOut(2).build(),
                                "images")))
                .isImportedExactly();
    }

    static Stream<GraphVertex> ofOneImage() {
        return Stream.of(new ScaleVertex(-1.5), new ShiftVertex(0.7), new ReshapeVertex(-1, 48));
    }

    @ParameterizedTest
    @MethodSource("ofOneImage")
    void of_one_image(GraphVertex vertex) {
        Comparison.of(images(CNN2DFormat.NCHW, graph -> graph.addVertex("vertex", vertex, "a")), Shape.of(2, 5, 4))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @ParameterizedTest
    @EnumSource(ElementWiseVertex.Op.class)
    void of_two_images(ElementWiseVertex.Op operation) {
        Comparison.of(
                        images(
                                CNN2DFormat.NCHW,
                                graph -> graph.addVertex("vertex", new ElementWiseVertex(operation), "a", "b")),
                        Shape.of(2, 5, 4))
                .isImportedExactly();
    }

    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void merges_images(CNN2DFormat format) {
        Comparison.of(
                        images(format, graph -> graph.addVertex("vertex", new MergeVertex(), "a", "b")),
                        format == CNN2DFormat.NCHW ? Shape.of(2, 5, 4) : Shape.of(5, 4, 2))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void without_a_counterpart_is_run_by_dl4j() {
        GraphVertex inOrderOfColumns = new ReshapeVertex('f', new int[] {-1, 4}, null);

        Comparison.of(vectors(graph -> graph.addVertex("vertex", inOrderOfColumns, "a")))
                .isRunByDl4j()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void of_which_dl4j_has_no_gradient_is_refused() {
        ComputationGraph model = images(
                CNN2DFormat.NCHW,
                graph -> graph.addVertex("cut", new PoolHelperVertex(), "a")
                        .addLayer("vertex", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "cut"));

        assertThatThrownBy(() -> Dl4j.classifier(model, Shape.of(2, 5, 4)))
                .isInstanceOf(ModelImportException.class)
                .hasMessageStartingWith("DL4J fails to run the model on probe inputs, or to compute its gradients")
                .hasMessageEndingWith("It cannot be imported since vertex \"cut\" (PoolHelperVertex): there is no"
                        + " counterpart for this kind of vertex");
    }

    /** A graph of a vertex called "vertex" between two layers of four values, "a" and "b", and the output. */
    private static ComputationGraph vectors(UnaryOperator<GraphBuilder> vertex) {
        GraphBuilder graph = TestModels.builder()
                .graphBuilder()
                .allowDisconnected(true)
                .addInputs("in")
                .setInputTypes(InputType.feedForward(5))
                .addLayer("a", dense(), "in")
                .addLayer("b", dense(), "in");
        return built(vertex.apply(graph));
    }

    private static DenseLayer dense() {
        return new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build();
    }

    private static ComputationGraph images(CNN2DFormat format, UnaryOperator<GraphBuilder> vertex) {
        GraphBuilder graph = TestModels.builder()
                .graphBuilder()
                .allowDisconnected(true)
                .addInputs("in")
                .setInputTypes(InputType.convolutional(5, 4, 2, format))
                .addLayer("a", convolution(format), "in")
                .addLayer("b", convolution(format), "in");
        return built(vertex.apply(graph));
    }

    private static ConvolutionLayer convolution(CNN2DFormat format) {
        return new ConvolutionLayer.Builder(2, 2)
                .nOut(4)
                .activation(Activation.TANH)
                .dataFormat(format)
                .build();
    }

    private static ComputationGraph built(GraphBuilder graph) {
        return TestModels.initialized(new ComputationGraph(graph.addLayer("out", TestModels.output(3), "vertex")
                .setOutputs("out")
                .build()));
    }
}
