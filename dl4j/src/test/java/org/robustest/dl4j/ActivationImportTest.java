package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.DifferentiableClassifier;

class ActivationImportTest {

    static Stream<IActivation> activations() {
        return Stream.of(
                new ActivationIdentity(),
                new ActivationReLU(),
                new ActivationReLU(null, null, 0.2),
                new ActivationReLU(6.0, null, null),
                new ActivationReLU(0.8, null, 0.1),
                new ActivationReLU(null, 0.5, 0.1),
                new ActivationReLU(1.5, -0.4, -0.2),
                new ActivationLReLU(0.3),
                new ActivationReLU6(),
                new ActivationThresholdedReLU(0.4),
                new ActivationELU(0.7),
                new ActivationSELU(),
                new ActivationGELU(false),
                new ActivationGELU(true),
                new ActivationSwish(),
                new ActivationMish(),
                new ActivationSoftPlus(),
                new ActivationSoftSign(),
                new ActivationSigmoid(),
                new ActivationHardSigmoid(),
                new ActivationTanH(),
                new ActivationHardTanH(),
                new ActivationRationalTanh(),
                new ActivationRectifiedTanh(),
                new ActivationCube());
    }

    /** Not compared with DL4J's own gradients: those of ELU are wrong for an alpha other than 1. */
    @ParameterizedTest
    @MethodSource("activations")
    void of_a_dense_layer(IActivation activation) {
        Comparison.of(TestModels.sequential(
                        InputType.feedForward(9),
                        new DenseLayer.Builder().nOut(30).activation(activation).build()))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void of_an_activation_layer(IActivation activation) {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.feedForward(9), new DenseLayer.Builder().nOut(30).build(), new ActivationLayer(activation));
        model.params().muli(3);

        Comparison.of(model).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }

    /** The exponential in it does, and the sigmoid behind it makes a number of what comes out. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void of_softplus_overflows_where_that_of_dl4j_does(DataType type) {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .dataType(type)
                .list()
                .layer(new ActivationLayer(new ActivationSoftPlus()))
                .layer(new DenseLayer.Builder()
                        .nIn(1)
                        .nOut(2)
                        .activation(new ActivationHardSigmoid())
                        .build())
                .build());
        model.init();
        model.params().assign(Nd4j.createFromArray(0.001f, -0.001f, 0, 0).reshape(1, 4));
        float[] inputs = {80, 100, 700, 720};
        float[] logits = new float[2 * inputs.length];

        DifferentiableClassifier classifier = Dl4j.classifier(model);
        classifier.logits(inputs, inputs.length, logits);

        assertThat(classifier).isInstanceOf(ImportedClassifier.class);
        assertThat(logits)
                .containsExactly(
                        model.output(Nd4j.createFromArray(inputs)
                                        .reshape(inputs.length, 1)
                                        .castTo(type))
                                .ravel()
                                .toFloatVector(),
                        within(1e-6f));
        assertThat(logits).endsWith(1, 0);
    }

    static Stream<IActivation> withoutCounterpart() {
        return Stream.of(new ActivationSoftmax());
    }

    @ParameterizedTest
    @MethodSource("withoutCounterpart")
    void without_a_counterpart_are_run_by_dl4j(IActivation activation) {
        Comparison.of(TestModels.sequential(
                        InputType.feedForward(9),
                        new DenseLayer.Builder().nOut(30).activation(activation).build()))
                .isRunByDl4j()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }
}
