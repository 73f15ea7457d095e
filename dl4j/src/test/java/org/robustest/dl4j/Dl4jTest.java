package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

class Dl4jTest {

    private static final int INPUTS = 187;
    private static final int CLASSES = 5;
    private static final int BATCH = 70;

    private final float[] inputs = uniform(BATCH * INPUTS);

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "RELU", "LEAKYRELU", "ELU", "TANH", "SIGMOID", "SOFTPLUS"})
    void logits_equal_those_of_dl4j(Activation activation) {
        MultiLayerNetwork model = model(activation, DataType.FLOAT);
        DifferentiableClassifier classifier = Dl4j.classifier(model);
        float[] logits = new float[BATCH * CLASSES];

        classifier.logits(inputs, BATCH, logits);

        INDArray probabilities = model.output(batch(model));
        for (int i = 0; i < BATCH; i++) {
            double logSumExp = logSumExp(logits, i * CLASSES);
            for (int k = 0; k < CLASSES; k++) {
                assertThat(Math.exp(logits[i * CLASSES + k] - logSumExp))
                        .isCloseTo(probabilities.getDouble(i, k), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "RELU", "LEAKYRELU", "ELU", "TANH", "SIGMOID", "SOFTPLUS"})
    void input_gradients_equal_those_of_dl4j(Activation activation) {
        MultiLayerNetwork model = model(activation, DataType.FLOAT);
        float[] gradients = crossEntropyGradients(Dl4j.classifier(model));

        float[] expected = dl4jGradients(model);

        assertThat(relativeDifference(gradients, expected)).isLessThan(1e-4);
    }

    @Test
    void the_original_is_the_model_object_itself() {
        MultiLayerNetwork model = model(Activation.RELU, DataType.FLOAT);
        Classifier original = Dl4j.classifier(model).original();
        model.params().muli(0);
        float[] logits = new float[CLASSES];

        original.logits(inputs, 1, logits);

        assertThat(logits).containsOnly((float) Math.log(0.2));
    }

    @Test
    void a_probability_that_underflows_stays_a_number_and_the_smallest() {
        MultiLayerNetwork model = model(Activation.RELU, DataType.FLOAT);
        model.params().muli(10);
        float[] logits = new float[CLASSES];

        Dl4j.classifier(model).original().logits(inputs, 1, logits);

        assertThat(logits).doesNotContain(Float.NEGATIVE_INFINITY, Float.NaN).contains(0f);
    }

    @Test
    void a_saved_model_is_read_from_its_file(@TempDir Path folder) throws IOException {
        MultiLayerNetwork model = model(Activation.RELU, DataType.FLOAT);
        Path file = folder.resolve("model.zip");
        model.save(file.toFile(), false);

        DifferentiableClassifier classifier = Dl4j.classifier(file);

        assertThat(classifier.inputShape()).isEqualTo(Shape.of(INPUTS));
        assertThat(classifier.classCount()).isEqualTo(CLASSES);
        assertThat(crossEntropyGradients(classifier)).isEqualTo(crossEntropyGradients(Dl4j.classifier(model)));
    }

    @Test
    void a_missing_file_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> Dl4j.classifier(folder.resolve("none.zip")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.zip, but there is no readable file");
    }

    @Test
    void a_file_that_is_no_model_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.zip"), "no model");

        assertThatThrownBy(() -> Dl4j.classifier(file))
                .isInstanceOf(ModelImportException.class)
                .hasMessageContaining("text.zip does not hold a MultiLayerNetwork or ComputationGraph");
    }

    @Test
    void a_model_without_parameters_is_refused() {
        MultiLayerNetwork model =
                new MultiLayerNetwork(model(Activation.RELU, DataType.FLOAT).getLayerWiseConfigurations());

        assertThatThrownBy(() -> Dl4j.classifier(model))
                .isInstanceOf(ModelImportException.class)
                .hasMessageContaining("call init()");
    }

    @Test
    void parameters_that_are_not_numbers_are_refused_with_their_layer() {
        MultiLayerNetwork model = model(Activation.RELU, DataType.FLOAT);
        model.getLayer(1).getParam("W").putScalar(0, Float.NaN);

        assertThatThrownBy(() -> Dl4j.classifier(model))
                .isInstanceOf(ModelImportException.class)
                .hasMessage("the parameters \"1_W\" of the model are not all finite numbers; the training has diverged,"
                        + " or the file is broken");
    }

    @Test
    void a_graph_without_parameters_is_refused() {
        ComputationGraph graph = new ComputationGraph(graph().addLayer("out", TestModels.output(3), "in")
                .setOutputs("out")
                .build());

        assertThatThrownBy(() -> Dl4j.classifier(graph))
                .isInstanceOf(ModelImportException.class)
                .hasMessageContaining("call init()");
    }

    @Test
    void a_graph_with_several_outputs_is_refused() {
        ComputationGraph graph =
                TestModels.initialized(new ComputationGraph(graph().addLayer("a", TestModels.output(3), "in")
                        .addLayer("b", TestModels.output(3), "in")
                        .setOutputs("a", "b")
                        .build()));

        assertThatThrownBy(() -> Dl4j.classifier(graph))
                .isInstanceOf(ModelImportException.class)
                .hasMessage("a classifier has one output, but the graph has 2: [a, b]; build a graph with one of them");
    }

    @Test
    void a_saved_graph_is_read_from_its_file(@TempDir Path folder) throws IOException {
        ComputationGraph graph =
                TestModels.initialized(new ComputationGraph(graph().addLayer("out", TestModels.output(CLASSES), "in")
                        .setOutputs("out")
                        .build()));
        Path file = folder.resolve("graph.zip");
        graph.save(file.toFile(), false);

        assertThat(crossEntropyGradients(Dl4j.classifier(file)))
                .isEqualTo(crossEntropyGradients(Dl4j.classifier(graph)));
        assertThat(Dl4j.classifier(file, Shape.of(INPUTS)).inputShape()).isEqualTo(Shape.of(INPUTS));
    }

    private static GraphBuilder graph() {
        return TestModels.builder().graphBuilder().addInputs("in").setInputTypes(InputType.feedForward(INPUTS));
    }

    private static MultiLayerNetwork model(Activation activation, DataType dataType) {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(dataType)
                .weightInit(WeightInit.XAVIER)
                .activation(activation)
                .biasInit(0.05)
                .list()
                .layer(new DenseLayer.Builder().nIn(INPUTS).nOut(64).build())
                .layer(new DenseLayer.Builder().nIn(64).nOut(32).build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nIn(32)
                        .nOut(CLASSES)
                        .build())
                .build());
        model.init();
        return model;
    }

    private INDArray batch(MultiLayerNetwork model) {
        return Nd4j.createFromArray(inputs)
                .reshape(BATCH, INPUTS)
                .castTo(model.params().dataType());
    }

    /** The gradient of the cross-entropy with respect to the input, of which the sample i has class i mod 5. */
    private float[] crossEntropyGradients(DifferentiableClassifier classifier) {
        Cotangent softmaxMinusLabel = (index, logits, cotangent) -> {
            double logSumExp = logSumExp(logits, 0);
            for (int k = 0; k < CLASSES; k++) {
                cotangent[k] = (float) (Math.exp(logits[k] - logSumExp) - (k == index % CLASSES ? 1 : 0));
            }
        };
        float[] gradients = new float[BATCH * INPUTS];
        classifier.inputGradients(inputs, BATCH, softmaxMinusLabel, new float[BATCH * CLASSES], gradients);
        return gradients;
    }

    private float[] dl4jGradients(MultiLayerNetwork model) {
        INDArray labels = Nd4j.zeros(BATCH, CLASSES);
        for (int i = 0; i < BATCH; i++) {
            labels.putScalar(i, i % CLASSES, 1);
        }
        return model.calculateGradients(batch(model), labels, null, null)
                .getSecond()
                .dup('c')
                .data()
                .asFloat();
    }

    private static double logSumExp(float[] logits, int offset) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < CLASSES; k++) {
            largest = Math.max(largest, logits[offset + k]);
        }
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            sum += Math.exp(logits[offset + k] - largest);
        }
        return largest + Math.log(sum);
    }

    /** The largest difference between two arrays, relative to the largest value. */
    private static double relativeDifference(float[] actual, float[] expected) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs((double) actual[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return difference / largest;
    }

    private static float[] uniform(int length) {
        RandomStream random = RandomStream.of(1, "dl4j tests");
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }
}
