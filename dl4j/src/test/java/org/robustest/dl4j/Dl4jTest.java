package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
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

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID", "SOFTPLUS", "ELU"})
    void input_gradients_equal_central_differences_of_a_double_precision_model(Activation activation) {
        MultiLayerNetwork model = model(activation, DataType.DOUBLE);
        float[] gradients = crossEntropyGradients(Dl4j.classifier(model));

        assertThat(relativeDifference(Arrays.copyOf(gradients, INPUTS), differences(model)))
                .isLessThan(1e-3);
    }

    @Test
    void activation_dropout_and_loss_layers_are_imported() {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(INPUTS)
                        .nOut(16)
                        .activation(Activation.IDENTITY)
                        .hasBias(false)
                        .build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DropoutLayer(0.5))
                .layer(new DenseLayer.Builder()
                        .nOut(CLASSES)
                        .nIn(16)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        model.init();

        float[] gradients = crossEntropyGradients(Dl4j.classifier(model));

        // DL4J's own gradients are no help here: its dropout layer drops values on the way back even in inference.
        assertThat(relativeDifference(Arrays.copyOf(gradients, INPUTS), differences(model)))
                .isLessThan(1e-3);
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
                .hasMessageContaining("text.zip does not hold a MultiLayerNetwork");
    }

    @Test
    void a_layer_without_a_counterpart_is_named() {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().name("memory").nIn(3).nOut(4).build())
                .layer(new RnnOutputLayer.Builder()
                        .nIn(4)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        model.init();

        assertThatThrownBy(() -> Dl4j.classifier(model))
                .isInstanceOf(ModelImportException.class)
                .hasMessage(
                        "layer 0 \"memory\" (LSTM) of the model cannot be imported: there is no counterpart for this"
                                + " kind of layer");
    }

    @Test
    void an_activation_without_a_counterpart_is_named_with_its_layer() {
        MultiLayerNetwork model = model(Activation.RATIONALTANH, DataType.FLOAT);

        assertThatThrownBy(() -> Dl4j.classifier(model))
                .isInstanceOf(ModelImportException.class)
                .hasMessageStartingWith(
                        "layer 0 \"layer0\" (DenseLayer) of the model cannot be imported: there is no counterpart"
                                + " for the activation");
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
                .hasMessageStartingWith(
                        "layer 1 \"layer1\" (DenseLayer) of the model cannot be imported: every weight must be finite");
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

    private float[] differences(MultiLayerNetwork model) {
        float[] differences = new float[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            differences[i] = (float) ((crossEntropy(model, i, 1e-6) - crossEntropy(model, i, -1e-6)) / 2e-6);
        }
        return differences;
    }

    private double crossEntropy(MultiLayerNetwork model, int index, double change) {
        INDArray input = batch(model).getRow(0, true).dup();
        input.putScalar(0, index, input.getDouble(0, index) + change);
        return -Math.log(model.output(input).getDouble(0, 0));
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
