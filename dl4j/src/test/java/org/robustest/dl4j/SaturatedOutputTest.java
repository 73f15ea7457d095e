package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Models so sure that their probabilities are rounded to 0 or 1: their logits are known all the same. */
class SaturatedOutputTest {

    private static final Shape TWO = Shape.of(2);
    private static final String OTHER_LOGITS = "A perturbation of size 0 changes the answer";

    @ParameterizedTest
    @ValueSource(floats = {-200, -100, -90, -20, -15, 9, 15, 17, 20, 90, 100, 200})
    void the_original_gives_the_logit_of_one_sigmoid(float bias) {
        DifferentiableClassifier classifier = Dl4j.classifier(sigmoid(1, bias));
        float[] input = {0.5f, 0.125f};

        assertThat(logits(classifier.original(), input)).containsExactly(new float[] {0, bias + 0.375f}, within(1e-4f));
    }

    @ParameterizedTest
    @ValueSource(floats = {-100, -20, 16, 20, 100})
    void one_sigmoid_that_is_sure_is_conclusive(float bias) {
        Samples samples = samples(2, bias > 0 ? 1 : 0, 0.5f, 0.1f, 0.9f);
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(Dl4j.classifier(sigmoid(1, bias)));

        RobustnessResult searched = evaluation.withoutCertificates().evaluate(samples, linf(0.1));
        RobustnessResult proved = evaluation.evaluate(samples, linf(0.1));

        assertThat(searched.obstacles()).isEmpty();
        assertThat(searched.robustAccuracy()).isEqualTo(1);
        assertThat(proved.obstacles()).isEmpty();
        assertThat(proved.certifiedAccuracy()).isEqualTo(1);
    }

    /** The logit is 400 times the difference of the two inputs, which the noise moves by twice its size. */
    @ParameterizedTest
    @CsvSource({"0.01, 0", "0.04, 2", "0.11, 4"})
    void counterexamples_are_found_from_where_one_sigmoid_is_sure(double epsilon, int broken) {
        Samples samples = Samples.builder(TWO, List.of("first", "second"))
                .add("60 up", new float[] {0.15f, 0}, 1)
                .add("60 down", new float[] {0, 0.15f}, 0)
                .add("20 up", new float[] {0.05f, 0}, 1)
                .add("20 down", new float[] {0, 0.05f}, 0)
                .build();

        RobustnessResult result =
                RobustnessEvaluation.of(Dl4j.classifier(sigmoid(400, 0))).evaluate(samples, linf(epsilon));

        assertThat(result.obstacles()).isEmpty();
        assertThat(result.verdicts(Verdict.Broken.class)).hasSize(broken);
    }

    @Test
    void softmax_with_logits_more_than_100_apart_is_conclusive() {
        RobustnessResult result = RobustnessEvaluation.of(Dl4j.classifier(softmax(0, -101, -150)))
                .withoutCertificates()
                .evaluate(samples(3, 0, 0.5f, 0.1f, 0.9f), linf(0.1));

        assertThat(result.obstacles()).isEmpty();
        assertThat(result.robustAccuracy()).isEqualTo(1);
    }

    @Test
    void softmax_with_logits_more_than_100_apart_is_certified() {
        RobustnessResult result = RobustnessEvaluation.of(Dl4j.classifier(softmax(0, -101, -1500)))
                .evaluate(samples(3, 0, 0.5f, 0.1f, 0.9f), linf(0.1));

        assertThat(result.certifiedAccuracy()).isEqualTo(1);
    }

    static Stream<MultiLayerNetwork> modelsThatHaveNoGradientLeft() {
        return Stream.of(sigmoid(1, 300), softmax(-300, 0, -400));
    }

    @ParameterizedTest
    @MethodSource("modelsThatHaveNoGradientLeft")
    void logits_so_large_that_the_cross_entropy_has_no_gradient_are_an_obstacle_to_a_search(MultiLayerNetwork model) {
        DifferentiableClassifier classifier = Dl4j.classifier(model);

        RobustnessResult result = RobustnessEvaluation.of(classifier)
                .withoutCertificates()
                .evaluate(samples(classifier.classCount(), 1, 0.5f, 0.1f, 0.9f), linf(0.1));

        assertThat(result.obstacles()).singleElement().asString().startsWith("The logits are saturated");
    }

    /** A copy that is as sure at the samples, but does not change where the model does. */
    @Test
    void a_wrong_logit_of_one_sigmoid_is_found_where_the_probability_is_1() {
        MultiLayerNetwork model = sigmoid(400, 0);
        Samples samples = samples(2, 1, 0.05f, 0.06f, 0.07f);
        Network wrong = Network.sequential(TWO, List.of(Dense.of(new float[] {0, 0, 1, 1}, new float[] {0, 100})));

        requireFoundOut(wrong, model, samples);
    }

    @Test
    void a_wrong_logit_of_softmax_is_found_where_the_probability_is_0() {
        MultiLayerNetwork model = softmax(0, -95, -150);
        Network wrong = Network.sequential(
                TWO, List.of(Dense.of(new float[] {1, -1, -1, 1, 0, 0}, new float[] {0, -200, -150})));

        requireFoundOut(wrong, model, samples(3, 0, 0.5f, 0.1f, 0.9f));
    }

    private static void requireFoundOut(Network wrong, MultiLayerNetwork model, Samples samples) {
        OriginalModel original = OriginalModel.of(model);
        ModelOutput output = ModelOutput.of(original, TWO);

        RobustnessResult result = RobustnessEvaluation.of(new ImportedClassifier(wrong, output))
                .withoutCertificates()
                .evaluate(samples, linf(0.1));

        assertThat(result.obstacles()).first().asString().startsWith(OTHER_LOGITS);
        assertThat(RobustnessEvaluation.of(new ImportedClassifier(wrong, output))
                        .evaluate(samples, linf(0.1))
                        .certifiedAccuracy())
                .isZero();
        assertThat(ImportCheck.disagreement(wrong, output, original.outputActivation()))
                .isPresent();
    }

    @Test
    void a_model_that_was_trained_on_is_found_out_where_it_is_sure() {
        MultiLayerNetwork model = sigmoid(1, 100);
        DifferentiableClassifier classifier = Dl4j.classifier(model);
        model.params().muli(0.25);

        RobustnessResult result = RobustnessEvaluation.of(classifier)
                .withoutCertificates()
                .evaluate(samples(2, 1, 0.5f, 0.1f, 0.9f), linf(0.1));

        assertThat(logits(classifier.original(), new float[2])[1]).isCloseTo(25, within(1e-4f));
        assertThat(result.obstacles()).first().asString().startsWith(OTHER_LOGITS);
    }

    /** Two outputs that are rounded to 1 name no class, though one is larger in front: a search on that would not see it. */
    @Test
    void several_sigmoids_that_are_rounded_to_1_name_no_class() {
        MultiLayerNetwork model = model(2, Activation.SIGMOID, LossFunction.XENT, new float[4], new float[] {20, 30});
        Samples samples = samples(2, 1, 0.5f, 0.1f, 0.9f);

        RobustnessResult result =
                RobustnessEvaluation.of(Dl4j.classifier(model)).evaluate(samples, linf(0.1));

        assertThat(result.verdicts(Verdict.Misclassified.class)).hasSize(3);
    }

    static Stream<DifferentiableClassifier> modelsOfAllKinds() {
        InputType four = InputType.feedForward(4);
        return Stream.of(
                Dl4j.classifier(sure(four, softmax())),
                Dl4j.classifier(sure(four, dense(), softmax())),
                Dl4j.classifier(sure(four, new FrozenLayer(dense()), softmax())),
                Dl4j.classifier(sure(four, dense(), dense(), lossLayer())),
                Dl4j.classifier(sure(four, dense(), new ActivationLayer(Activation.SOFTMAX))),
                Dl4j.classifier(sure(InputType.convolutional(4, 5, 2), convolution(), softmax()), Shape.of(2, 4, 5)),
                Dl4j.classifier(sure(InputType.recurrent(2, 6), lstm(), softmax()), Shape.of(2, 6)),
                Dl4j.classifier(sure(four, inPlace(), dense(), softmax())),
                Dl4j.classifier(graph(softmax())),
                Dl4j.classifier(graph(dense(), softmax())),
                Dl4j.classifier(graph(inPlace(), dense(), softmax())),
                Dl4j.classifier(graph(dense(), lossLayer())),
                Dl4j.classifier(graph(dense(), new ActivationLayer(Activation.SOFTMAX))));
    }

    @ParameterizedTest
    @MethodSource("modelsOfAllKinds")
    void the_original_gives_the_logits_of_softmax_behind_all_kinds_of_layers(DifferentiableClassifier classifier) {
        float[] input = Comparison.uniform(classifier.inputShape().size(), "input");
        for (int i = 0; i < input.length; i++) {
            input[i] *= 20;
        }
        float[] ours = logits(classifier, input);
        float[] theirs = logits(classifier.original(), input);

        double gap = 0;
        for (int j = 0; j < ours.length; j++) {
            for (int k = 0; k < ours.length; k++) {
                gap = Math.max(gap, theirs[j] - theirs[k]);
                assertThat(theirs[j] - theirs[k])
                        .isCloseTo(ours[j] - ours[k], within(1e-4f * Math.abs(ours[j] - ours[k])));
            }
        }
        assertThat(gap).isGreaterThan(100);
    }

    @Test
    void what_is_in_front_is_passed_over_if_the_outputs_are_not_made_of_it() {
        RoundedOutputs outputs = new RoundedOutputs(OutputActivation.SOFTMAX, new double[] {1, 0});
        float[] logits = {0, -87};

        outputs.putLogits(new double[] {1, 3}, logits, 0);
        assertThat(logits).containsExactly(0, -87);

        outputs.putLogits(new double[] {100, -100}, logits, 0);
        assertThat(logits).containsExactly(0, -200);
    }

    /** One output of two inputs, that are multiplied by a weight and by minus that weight. */
    private static MultiLayerNetwork sigmoid(float weight, float bias) {
        return model(1, Activation.SIGMOID, LossFunction.XENT, new float[] {weight, -weight}, new float[] {bias});
    }

    private static MultiLayerNetwork softmax(float... biases) {
        return model(biases.length, Activation.SOFTMAX, LossFunction.MCXENT, new float[] {1, -1, -1, 1, 0, 0}, biases);
    }

    /** A model of two inputs, with the weights of each output in a row. */
    private static MultiLayerNetwork model(
            int outputs, Activation activation, LossFunction loss, float[] weights, float[] biases) {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .dataType(DataType.FLOAT)
                .list()
                .layer(new OutputLayer.Builder(loss)
                        .nIn(2)
                        .nOut(outputs)
                        .activation(activation)
                        .build())
                .build());
        model.init();
        model.getLayer(0)
                .getParam("W")
                .assign(Nd4j.createFromArray(weights).reshape('c', outputs, 2).transpose());
        model.getLayer(0).getParam("b").assign(Nd4j.createFromArray(biases).reshape(1, outputs));
        return model;
    }

    /** Samples that are all of one class. */
    private static Samples samples(int classes, int label, float... firstInputs) {
        List<String> names = List.of("first", "second", "third").subList(0, classes);
        Samples.Builder builder = Samples.builder(TWO, names);
        for (float first : firstInputs) {
            builder.add("sample " + first, new float[] {first, 0}, label);
        }
        return builder.build();
    }

    private static MultiLayerNetwork sure(InputType inputType, Layer... layers) {
        ListBuilder list = TestModels.builder().dataType(DataType.FLOAT).list();
        Stream.of(layers).forEach(list::layer);
        MultiLayerNetwork model =
                new MultiLayerNetwork(list.setInputType(inputType).build());
        model.init();
        TestModels.randomize(model.params());
        model.params().muli(30);
        return model;
    }

    private static ComputationGraph graph(Layer... layers) {
        GraphBuilder builder = TestModels.builder()
                .dataType(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(4));
        String last = "in";
        for (Layer layer : layers) {
            String name = "behind " + last;
            builder.addLayer(name, layer, last);
            last = name;
        }
        ComputationGraph graph = TestModels.initialized(
                new ComputationGraph(builder.setOutputs(last).build()));
        graph.params().muli(30);
        return graph;
    }

    private static Layer softmax() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(3)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Layer lossLayer() {
        return new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Layer dense() {
        return new DenseLayer.Builder().nOut(4).build();
    }

    /** DL4J writes what such a layer gives over what it takes. */
    private static Layer inPlace() {
        return new ActivationLayer(Activation.TANH);
    }

    private static Layer convolution() {
        return new ConvolutionLayer.Builder(3, 3).nOut(2).build();
    }

    private static Layer lstm() {
        return new LastTimeStep(new LSTM.Builder().nOut(3).build());
    }

    private static float[] logits(Classifier classifier, float[] input) {
        float[] logits = new float[classifier.classCount()];
        classifier.logits(input, 1, logits);
        return logits;
    }
}
