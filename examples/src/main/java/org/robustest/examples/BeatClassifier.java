package org.robustest.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** A small classifier of heart beats, as a team would train it with DL4J. */
public final class BeatClassifier {

    private static final int BATCH_SIZE = 64;
    private static final int EPOCHS = 40;

    private BeatClassifier() {}

    /**
     * Trains the classifier.
     *
     * @param beats the beats to learn {@code [N, 1, 187]}, with values from 0 to 1
     * @param seed the seed of the first weights and of the order of the beats
     * @return the trained network, which takes {@code [N, 187]}
     */
    public static MultiLayerNetwork train(Samples beats, long seed) {
        MultiLayerNetwork network = untrained(beats, seed);
        List<Sample> order = new ArrayList<>();
        beats.forEach(order::add);
        Random random = new Random(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int first = 0; first < order.size(); first += BATCH_SIZE) {
                List<Sample> batch = order.subList(first, Math.min(first + BATCH_SIZE, order.size()));
                network.fit(dataSet(batch, beats.classNames().size()));
            }
        }
        return network;
    }

    /**
     * Makes the classifier with its first weights.
     *
     * @param beats beats of the shape and the classes that it is for
     * @param seed the seed of the weights
     * @return the network, which takes {@code [N, 187]}
     */
    public static MultiLayerNetwork untrained(Samples beats, long seed) {
        int features = beats.shape().size();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .updater(new Adam(1e-3))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(features)
                        .nOut(64)
                        .activation(Activation.RELU)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nIn(64)
                        .nOut(32)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(32)
                        .nOut(beats.classNames().size())
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static DataSet dataSet(List<Sample> batch, int classes) {
        float[][] features = batch.stream().map(Sample::input).toArray(float[][]::new);
        float[][] labels = new float[batch.size()][classes];
        for (int i = 0; i < batch.size(); i++) {
            labels[i][batch.get(i).label()] = 1;
        }
        return new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
    }
}
