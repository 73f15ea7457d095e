package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

class OutputActivationTest {

    private static final int FEATURES = 4;
    private static final float[] INPUT = {0.3f, -0.7f, 1.2f, 0.1f};

    @Test
    void softmax_is_taken_off() {
        MultiLayerNetwork model = model(3, Activation.SOFTMAX, LossFunction.MCXENT);

        float[] logits = logits(Dl4j.classifier(model), 3);

        double sum = Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]);
        double[] outputs = outputs(model);
        for (int k = 0; k < 3; k++) {
            assertThat(Math.exp(logits[k]) / sum).isCloseTo(outputs[k], within(1e-6));
        }
        assertThat(sum).isNotCloseTo(1, within(0.1));
    }

    @Test
    void one_sigmoid_is_the_logit_of_the_second_class() {
        MultiLayerNetwork model = model(1, Activation.SIGMOID, LossFunction.XENT);
        DifferentiableClassifier classifier = Dl4j.classifier(model);

        float[] logits = logits(classifier, 2);

        assertThat(classifier.classCount()).isEqualTo(2);
        assertThat(logits[0]).isZero();
        assertThat(1 / (1 + Math.exp(-logits[1]))).isCloseTo(outputs(model)[0], within(1e-6));
        assertThat(logits(classifier.original(), 2)[1]).isCloseTo(logits[1], within(1e-4f));
    }

    @Test
    void several_sigmoids_are_logits() {
        MultiLayerNetwork model = model(3, Activation.SIGMOID, LossFunction.XENT);
        DifferentiableClassifier classifier = Dl4j.classifier(model);

        float[] logits = logits(classifier, 3);

        double[] outputs = outputs(model);
        for (int k = 0; k < 3; k++) {
            assertThat(1 / (1 + Math.exp(-logits[k]))).isCloseTo(outputs[k], within(1e-6));
        }
        assertThat(logits(classifier.original(), 3)).containsExactly(logits, within(1e-4f));
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "TANH", "SOFTPLUS", "RELU", "HARDSIGMOID"})
    void any_other_activation_stays(Activation activation) {
        MultiLayerNetwork model = model(3, activation, LossFunction.MSE);
        DifferentiableClassifier classifier = Dl4j.classifier(model);

        assertThat(classifier).isInstanceOf(ImportedClassifier.class);
        assertThat(logits(classifier, 3)).containsExactly(floats(outputs(model)), within(1e-6f));
        assertThat(logits(classifier.original(), 3)).containsExactly(floats(outputs(model)));
    }

    /** Sigmoid is taken off, which is shown above. */
    static Stream<IActivation> activationsThatStay() {
        return ActivationImportTest.activations().filter(activation -> !(activation instanceof ActivationSigmoid));
    }

    @ParameterizedTest
    @MethodSource("activationsThatStay")
    void an_output_layer_has_the_values_and_gradients_of_its_activation(IActivation activation) {
        Layer output = new OutputLayer.Builder(LossFunction.MSE)
                .nIn(FEATURES)
                .nOut(3)
                .activation(activation)
                .build();

        Comparison.of(model(output)).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }

    @ParameterizedTest
    @MethodSource("activationsThatStay")
    void a_loss_layer_has_the_values_and_gradients_of_its_activation(IActivation activation) {
        Layer loss =
                new LossLayer.Builder(LossFunction.MSE).activation(activation).build();

        Comparison.of(model(dense(), loss)).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }

    @Test
    void softmax_in_a_loss_layer_is_taken_off() {
        LossLayer loss = new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();

        assertThat(logits(Dl4j.classifier(model(dense(), loss)), 3)).containsExactly(denseOutput(), within(1e-6f));
    }

    @Test
    void softmax_in_an_activation_layer_is_taken_off() {
        Layer softmax = new ActivationLayer(Activation.SOFTMAX);

        assertThat(logits(Dl4j.classifier(model(dense(), softmax)), 3)).containsExactly(denseOutput(), within(1e-6f));
    }

    @Test
    void saturated_probabilities_have_finite_logits_of_the_right_sign() {
        MultiLayerNetwork model = model(3, Activation.SIGMOID, LossFunction.XENT);
        model.params().muli(1e5);

        float[] logits = logits(Dl4j.classifier(model).original(), 3);

        double[] outputs = outputs(model);
        for (int k = 0; k < 3; k++) {
            assertThat(outputs[k]).isIn(0.0, 1.0);
            assertThat(Math.abs(logits[k])).isBetween(80f, 100f);
            assertThat(logits[k] > 0).isEqualTo(outputs[k] == 1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "TANH", "IDENTITY"})
    void one_output_without_sigmoid_is_refused(Activation activation) {
        MultiLayerNetwork model = model(1, activation, LossFunction.MSE);

        assertThatThrownBy(() -> Dl4j.classifier(model))
                .isInstanceOf(ModelImportException.class)
                .hasMessageContaining("the model gave outputs of shape [2, 1] after the activation");
    }

    private static MultiLayerNetwork model(int outputs, Activation activation, LossFunction loss) {
        return model(new OutputLayer.Builder(loss)
                .nIn(FEATURES)
                .nOut(outputs)
                .activation(activation)
                .build());
    }

    private static MultiLayerNetwork model(Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = TestModels.builder().list().validateOutputLayerConfig(false);
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork model = new MultiLayerNetwork(list.build());
        model.init();
        TestModels.randomize(model.params());
        return model;
    }

    private static DenseLayer dense() {
        return new DenseLayer.Builder().nIn(FEATURES).nOut(3).build();
    }

    private static float[] denseOutput() {
        return floats(outputs(model(dense())));
    }

    private static double[] outputs(MultiLayerNetwork model) {
        INDArray input = Batches.of(INPUT, 1, Shape.of(FEATURES)).castTo(DataType.DOUBLE);
        return model.output(input).data().asDouble();
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static float[] logits(Classifier classifier, int classes) {
        float[] logits = new float[classes];
        classifier.logits(INPUT, 1, logits);
        return logits;
    }
}
