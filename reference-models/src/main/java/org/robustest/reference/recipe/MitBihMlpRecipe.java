package org.robustest.reference.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Samples;

/**
 * The MLP of Ma and Liang (arXiv:2110.09759) for beats, 187-128-128-128-32-5, trained by cross-entropy.
 *
 * <p>ReLU after the first three layers, none after the one of 32 units, softmax at the end. Adamax with learning rate
 * 0.001, class-balanced batches of 128. Immutable.
 */
public final class MitBihMlpRecipe implements Recipe<MultiLayerNetwork> {

    private static final int BATCH_SIZE = 128;
    private static final double LEARNING_RATE = 1e-3;
    private static final int WIDTH = 128;
    private static final int LAST_HIDDEN = 32;
    private static final int REPORT_EVERY = 1000;
    private static final int PER_CLASS = 160;

    private final long seed;
    private final int steps;

    private MitBihMlpRecipe(long seed, int steps) {
        this.seed = seed;
        this.steps = steps;
    }

    /**
     * Returns the recipe by which the model that is shipped was made.
     *
     * @return seed 1, 12,000 steps
     */
    public static MitBihMlpRecipe withDefaults() {
        return new MitBihMlpRecipe(1, 12_000);
    }

    @Override
    public ReferenceModel<MultiLayerNetwork> model() {
        return ReferenceModels.MIT_BIH_MLP;
    }

    @Override
    public String dataSet() {
        return MitBih.FOLDER;
    }

    @Override
    public MitBihMlpRecipe withSeed(long seed) {
        return new MitBihMlpRecipe(seed, steps);
    }

    @Override
    public MitBihMlpRecipe withSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("training takes at least 1 step, but steps was " + steps);
        }
        return new MitBihMlpRecipe(seed, steps);
    }

    @Override
    public MultiLayerNetwork make(Path data, Consumer<String> log) {
        return train(MitBih.open(data).trainBeats(), log);
    }

    @Override
    public List<String> measure(MultiLayerNetwork network, Path data) {
        Samples test = MitBih.open(data).testBeats();
        return List.of(
                "clean accuracy on the by-beat test part: " + CleanAccuracy.of(network, test),
                "clean accuracy on " + PER_CLASS + " of each class:    "
                        + CleanAccuracy.of(network, test.balanced(PER_CLASS)));
    }

    /**
     * Trains the model from its first weights.
     *
     * @param train the beats to learn, of shape {@code [1, 187]}
     * @param log receives a line of progress every 1,000 steps
     * @return the model, for features {@code [N, 187]}
     * @throws IllegalArgumentException if the beats have another shape, or a class has none
     */
    public MultiLayerNetwork train(Samples train, Consumer<String> log) {
        if (!train.shape().equals(BeatCutter.SHAPE)) {
            throw new IllegalArgumentException(
                    "the model learns inputs of shape " + BeatCutter.SHAPE + ", but these have " + train.shape());
        }
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        ClassBalancedBatches batches = ClassBalancedBatches.of(train, BATCH_SIZE, seed);
        Progress progress = Progress.of(steps, REPORT_EVERY, log);
        for (int step = 1; step <= steps; step++) {
            network.fit(batches.next());
            progress.report(step, network::score);
        }
        return network;
    }

    private MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .updater(new AdaMax(LEARNING_RATE))
                .list()
                .layer(dense(WIDTH, Activation.RELU))
                .layer(dense(WIDTH, Activation.RELU))
                .layer(dense(WIDTH, Activation.RELU))
                .layer(dense(LAST_HIDDEN, Activation.IDENTITY))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(BeatClass.values().length)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(BeatCutter.LENGTH))
                .build();
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }
}
