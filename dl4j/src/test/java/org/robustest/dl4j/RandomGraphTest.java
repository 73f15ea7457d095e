package org.robustest.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class RandomGraphTest {

    private static final Activation[] ACTIVATIONS = {Activation.TANH, Activation.RELU, Activation.SOFTPLUS};
    private static final ElementWiseVertex.Op[] OPERATIONS = ElementWiseVertex.Op.values();
    private static final int CHANNELS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void is_imported_exactly(int seed) {
        Comparison.of(graph(new SplittableRandom(seed)), Shape.of(CHANNELS, 6, 7))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    /** Branches of values of the same height and width, merged or combined at random. */
    private static ComputationGraph graph(SplittableRandom random) {
        GraphBuilder graph = TestModels.builder()
                .graphBuilder()
                .allowDisconnected(true)
                .addInputs("in")
                .setInputTypes(InputType.convolutional(6, 7, CHANNELS));
        List<String> values = new ArrayList<>(List.of("in"));
        for (int i = 0; i < 8; i++) {
            String name = "v" + i;
            String first = values.get(random.nextInt(values.size()));
            String second = values.get(random.nextInt(values.size()));
            switch (random.nextInt(4)) {
                case 0, 1 -> graph.addLayer(name, layer(random), first);
                case 2 -> graph.addVertex(name, combination(random), first, second);
                default -> addMerge(graph, name, first, second);
            }
            values.add(name);
        }
        String[] ends = values.subList(values.size() - 3, values.size()).toArray(String[]::new);
        return TestModels.initialized(new ComputationGraph(graph.addVertex("merged", new MergeVertex(), ends)
                .addLayer("pooled", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "merged")
                .addLayer("out", TestModels.output(4), "pooled")
                .setOutputs("out")
                .build()));
    }

    private static void addMerge(GraphBuilder graph, String name, String first, String second) {
        graph.addVertex(name + " merged", new MergeVertex(), first, second)
                .addLayer(
                        name, new ConvolutionLayer.Builder(1, 1).nOut(CHANNELS).build(), name + " merged");
    }

    private static Layer layer(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new BatchNormalization();
            case 1 ->
                new SubsamplingLayer.Builder(random.nextBoolean() ? PoolingType.MAX : PoolingType.AVG)
                        .kernelSize(3, 2)
                        .stride(1, 1)
                        .convolutionMode(ConvolutionMode.Same)
                        .build();
            default ->
                new ConvolutionLayer.Builder(2 + random.nextInt(2), 3)
                        .nOut(CHANNELS)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(ACTIVATIONS[random.nextInt(ACTIVATIONS.length)])
                        .build();
        };
    }

    private static GraphVertex combination(SplittableRandom random) {
        return new ElementWiseVertex(OPERATIONS[random.nextInt(OPERATIONS.length)]);
    }
}
