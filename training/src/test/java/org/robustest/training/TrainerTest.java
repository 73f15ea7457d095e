package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Objectives.adversarial;
import static org.robustest.training.Objectives.nsr;
import static org.robustest.training.TrainingLength.epochs;
import static org.robustest.training.TrainingLength.steps;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.stepfunctions.DefaultStepFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.attack.Pgd;
import org.robustest.dl4j.Dl4j;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class TrainerTest {

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 100);
    private final Samples signals = TestSamples.of(Shape.of(1, Models.LENGTH), 100);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void the_same_seed_gives_the_same_bits_on_any_number_of_threads(int threads) {
        ComputationGraph expected = graph();
        ComputationGraph found = graph();

        Trainer trainer = Trainer.of(expected).with(nsr()).classBalanced().withSeed(4);
        trainer.withThreads(3).fit(signals, steps(20));
        Trainer.of(found)
                .with(nsr())
                .classBalanced()
                .withSeed(4)
                .withThreads(threads)
                .fit(signals, steps(20));

        assertThat(parameters(found)).isEqualTo(parameters(expected));
    }

    @Test
    void another_seed_gives_another_model() {
        MultiLayerNetwork one = mlp();
        MultiLayerNetwork other = mlp();

        Trainer.of(one).withBatchSize(10).withSeed(1).fit(samples, steps(5));
        Trainer.of(other).withBatchSize(10).withSeed(2).fit(samples, steps(5));

        assertThat(parameters(one)).isNotEqualTo(parameters(other));
    }

    @Test
    void makes_the_loss_small() {
        MultiLayerNetwork model = mlp();

        TrainingResult first = Trainer.of(model).with(nsr()).fit(samples, steps(1));
        TrainingResult last = Trainer.of(model).with(nsr()).fit(samples, epochs(300));

        assertThat(last.steps()).isEqualTo(300);
        assertThat(last.loss()).isLessThan(0.8 * first.loss());
    }

    @Test
    void adversarial_training_withstands_more_noise() {
        MultiLayerNetwork plain = mlp();
        MultiLayerNetwork adversarial = mlp();

        Trainer.of(plain).fit(samples, epochs(200));
        Trainer.of(adversarial)
                .with(adversarial(linf(0.2))
                        .by(Pgd.withDefaults().withSteps(10).withStepSize(0.05).withRestarts(1)))
                .fit(samples, epochs(200));

        assertThat(underNoise(adversarial)).isGreaterThan(underNoise(plain));
    }

    private double underNoise(MultiLayerNetwork model) {
        return RobustnessEvaluation.of(Dl4j.classifier(model))
                .withAttack(Pgd.withDefaults().withSteps(20))
                .evaluate(samples, linf(0.2))
                .robustAccuracy();
    }

    @Test
    void scales_the_rows_to_unit_length_before_each_step() {
        MultiLayerNetwork model =
                Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(1e-12)), Activation.RELU);

        Trainer.of(model).withUnitNormRows().fit(samples, steps(1));

        for (int layer = 0; layer < 3; layer++) {
            // DL4J's weights are [inputs, outputs]: a column is what leads to one unit.
            for (float length : model.getParam(layer + "_W").norm2(0).toFloatVector()) {
                assertThat(length).isCloseTo(1, within(1e-5f));
            }
        }
    }

    @Test
    void tells_listeners_of_steps_and_epochs() {
        MultiLayerNetwork model = mlp();
        List<String> events = new ArrayList<>();
        model.setListeners(new BaseTrainingListener() {
            @Override
            public void iterationDone(Model done, int iteration, int epoch) {
                events.add("step " + iteration + " of epoch " + epoch);
            }

            @Override
            public void onEpochEnd(Model done) {
                events.add("end");
            }
        });

        Trainer.of(model).withBatchSize(50).fit(samples, epochs(2));

        assertThat(events)
                .containsExactly(
                        "step 0 of epoch 0",
                        "step 1 of epoch 0",
                        "end",
                        "step 2 of epoch 1",
                        "step 3 of epoch 1",
                        "end");
    }

    @Test
    void listeners_find_the_batch_in_the_model() {
        MultiLayerNetwork model = mlp();
        ComputationGraph graph = graph();
        List<INDArray> inputs = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        BaseTrainingListener listener = new BaseTrainingListener() {
            @Override
            public void iterationDone(Model done, int iteration, int epoch) {
                inputs.add(done instanceof ComputationGraph trained ? trained.getInput(0) : done.input());
                sizes.add(done.batchSize());
            }
        };
        model.setListeners(listener);
        graph.setListeners(listener);

        Trainer.of(model).withBatchSize(60).fit(samples, epochs(1));
        Trainer.of(graph).withBatchSize(60).fit(signals, epochs(1));

        assertThat(sizes).containsExactly(60, 40, 60, 40);
        assertThat(inputs)
                .extracting(INDArray::shape)
                .containsExactly(
                        new long[] {60, Models.FEATURES},
                        new long[] {40, Models.FEATURES},
                        new long[] {60, 1, Models.LENGTH},
                        new long[] {40, 1, Models.LENGTH});
    }

    @Test
    void reports_progress_with_rate_and_time() {
        List<String> lines = new ArrayList<>();

        Trainer.of(mlp()).withProgress(lines::add, 4).fit(samples, steps(6));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("step 4 of 6, loss [0-9.]+, [0-9.]+ steps/s, [0-9]+ s passed, [0-9]+ s to go");
        assertThat(lines.get(1)).startsWith("step 6 of 6").endsWith(" 0 s to go");
    }

    @Test
    void progress_and_listeners_tell_the_parts_of_the_loss() {
        List<String> lines = new ArrayList<>();
        List<TrainingStep> taken = new ArrayList<>();

        Trainer.of(mlp())
                .with(nsr())
                .withBatchSize(50)
                .withListener(taken::add)
                .withProgress(lines::add, 3)
                .fit(samples, steps(3));

        assertThat(lines.get(0))
                .matches(
                        "step 3 of 3, loss [0-9.]+ \\(last squared error [0-9.]+, margin [0-9.]+, ratio [0-9.]+\\), .*");
        assertThat(taken).extracting(TrainingStep::step).containsExactly(1, 2, 3);
        assertThat(taken).extracting(TrainingStep::epoch).containsExactly(0.0, 0.5, 1.0);
        assertThat(taken.get(0).loss().parts()).hasSize(3);
    }

    @Test
    void refuses_values_that_are_not_finite() {
        Samples broken = Samples.builder(Shape.of(2), List.of("a", "b"))
                .add("good", new float[] {0, 1}, 0)
                .add("bad", new float[] {0, Float.NaN}, 1)
                .build();

        assertThatThrownBy(() ->
                        Trainer.of(of(new DenseLayer.Builder().nOut(3).build())).fit(broken, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "value 1 of sample \"bad\" is NaN, from which nothing can be learned; repair the sample or leave"
                                + " it out");
    }

    @Test
    void refuses_samples_that_do_not_fit_the_model() {
        assertThatThrownBy(() -> Trainer.of(mlp()).fit(signals, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model takes inputs of shape [6], but the samples have shape [1, 12]");
        assertThatThrownBy(() -> Trainer.of(mlp()).fit(samples.where(sample -> false), steps(1)))
                .hasMessage("training needs samples, but there was none");
        Samples fourClasses = Samples.builder(Shape.of(Models.FEATURES), List.of("a", "b", "c", "d"))
                .add("one", new float[Models.FEATURES], 3)
                .build();
        assertThatThrownBy(() -> Trainer.of(mlp()).fit(fourClasses, steps(1)))
                .hasMessage("the model has 3 outputs, but the samples have 4 classes: [a, b, c, d]");
    }

    @Test
    void refuses_to_balance_a_class_without_samples() {
        assertThatThrownBy(() ->
                        Trainer.of(mlp()).classBalanced().fit(samples.where(sample -> sample.label() != 1), steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"b\" has none")
                .hasMessageContaining("leave out classBalanced()");
    }

    @Test
    void refuses_layers_that_do_something_else_in_training() {
        Samples pairs = Samples.builder(Shape.of(2), List.of("a", "b"))
                .add("one", new float[] {0, 1}, 0)
                .build();

        assertThatThrownBy(() -> Trainer.of(
                                of(new DenseLayer.Builder().nOut(3).dropOut(0.5).build()))
                        .fit(pairs, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer \"0\" (DenseLayer) has dropout");
        assertThatThrownBy(() -> Trainer.of(
                                of(new BatchNormalization.Builder().nOut(2).build()))
                        .fit(pairs, steps(1)))
                .hasMessageContaining("layer \"0\" (BatchNormalization) learns from the statistics of each batch");
        assertThatThrownBy(() -> Trainer.of(of(
                                new FrozenLayer(new DenseLayer.Builder().nOut(3).build())))
                        .fit(pairs, steps(1)))
                .hasMessageContaining("layer \"0\" (DenseLayer) is frozen");
    }

    @Test
    void refuses_what_a_model_is_configured_with_and_the_trainer_would_pass_over() {
        MultiLayerNetwork notInitialized =
                new MultiLayerNetwork(mlp().getLayerWiseConfigurations().clone());
        ComputationGraph graphNotInitialized =
                new ComputationGraph(graph().getConfiguration().clone());
        MultiLayerNetwork climbing = mlp();
        climbing.getDefaultConfiguration().setStepFunction(new DefaultStepFunction());
        MultiLayerNetwork random = Models.mlp(new NeuralNetConfiguration.Builder(), Activation.RRELU);
        Layer withDropout = new LSTM.Builder().nIn(1).nOut(3).dropOut(0.5).build();

        assertThatThrownBy(() -> Trainer.of(notInitialized).fit(samples, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has no parameters yet; call init() before it is trained");
        assertThatThrownBy(() -> Trainer.of(graphNotInitialized).fit(signals, steps(1)))
                .hasMessageStartingWith("the model has no parameters yet");
        assertThatThrownBy(() -> Trainer.of(climbing).fit(samples, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the step function DefaultStepFunction, but the trainer subtracts");
        assertThatThrownBy(() -> Trainer.of(random).fit(samples, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer \"0\" (DenseLayer) has slopes that are drawn anew for each batch");
        assertThatThrownBy(() -> Trainer.of(Models.bidirectional(withDropout)).fit(signals, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer \"0\" (LSTM) has dropout");
    }

    @Test
    void stops_when_the_loss_is_no_longer_finite() {
        MultiLayerNetwork model =
                Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(1e30)), Activation.RELU);

        assertThatThrownBy(() -> Trainer.of(model).with(nsr()).fit(samples, steps(50)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the training has diverged: the loss was")
                .hasMessageContaining("lower learning rate");
    }

    @Test
    void says_so_when_the_last_step_leaves_parameters_that_are_not_finite() {
        MultiLayerNetwork model =
                Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(1e45)), Activation.RELU);

        assertThatThrownBy(() -> Trainer.of(model).fit(samples, steps(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the training has diverged: the parameters are not finite after step 1");
    }

    private static MultiLayerNetwork mlp() {
        return Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new AdaMax(0.01)), Activation.RELU);
    }

    private static ComputationGraph graph() {
        return Models.graph(new NeuralNetConfiguration.Builder().seed(1).updater(new AdaMax(0.01)), Activation.RELU);
    }

    /** A model for two features and two classes that begins with a layer. */
    private static MultiLayerNetwork of(Layer layer) {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(layer)
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(2))
                .build());
        model.init();
        return model;
    }

    private static float[] parameters(Model model) {
        return model.params().dup().data().asFloat();
    }
}
