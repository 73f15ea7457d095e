package org.robustest.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * Makes classifiers of Deeplearning4j models, and samples of its data.
 *
 * <p>A model is imported into a {@link org.robustest.network.Network}, which computes input gradients many times faster
 * than DL4J, and the import is checked: its logits agree with the model's own to 1e-4. A model that has a part without a
 * counterpart, such as an LSTM, is run by DL4J itself; a warning names the part, and so does {@code toString} of the
 * classifier. Either way the parameters are taken as they are now: after further training, make another classifier. Every
 * counterexample is confirmed by the model object itself, through
 * {@link org.robustest.classifier.Classifier#original()}.
 *
 * <p>Softmax and sigmoid at the output are taken off, so that gradients do not vanish where the model is sure:
 *
 * <ul>
 *   <li>softmax: the logits are what it is applied to, up to a constant for each input;
 *   <li>sigmoid of several outputs: the logits are what it is applied to; the largest belongs to the likeliest class;
 *   <li>sigmoid of one output z: the logits are {@code [0, z]}; class 1 is the one whose probability the model gives;
 *   <li>any other activation stays, and the outputs of the model are the logits.
 * </ul>
 *
 * <p>So the class with the largest logit is always the one with the largest output (of one output: class 1 above 0.5).
 * Several sigmoids that are rounded to 1 name no class, however far apart their logits are. A search on logits does not see that, so
 * that results on such a model are inconclusive where it is that sure.
 *
 * <p>An input has the shape that DL4J takes it in, without the batch dimension: {@code [features]}, {@code [C, L]}, or
 * {@code [C, H, W]}, with the channels last for a model in the format NWC or NHWC. DL4J does not save the
 * {@code InputType} of a model. Where no layer tells the size of an input, as in a model that begins with a convolution,
 * the shape has to be given.
 */
public final class Dl4j {

    private Dl4j() {}

    /**
     * Makes a classifier of a model whose configuration tells the shape of its input.
     *
     * @param model an initialized model
     * @return the classifier
     * @throws ModelImportException if the shape is not known, or the model is not initialized, has parameters that are not
     *     finite, or does not give each input a vector of logits
     */
    public static DifferentiableClassifier classifier(MultiLayerNetwork model) {
        return ModelClassifiers.of(OriginalModel.of(model));
    }

    /**
     * Makes a classifier of a model.
     *
     * @param model an initialized model
     * @param inputShape the shape of one input, as DL4J takes it, without the batch dimension
     * @return the classifier
     * @throws ModelImportException if the model does not accept inputs of that shape, is not initialized, has parameters
     *     that are not finite, or does not give each input a vector of logits
     */
    public static DifferentiableClassifier classifier(MultiLayerNetwork model, Shape inputShape) {
        return ModelClassifiers.of(OriginalModel.of(model), inputShape);
    }

    /**
     * Makes a classifier of a graph whose configuration tells the shape of its input.
     *
     * @param model an initialized graph with one input and one output
     * @return the classifier
     * @throws ModelImportException if the graph has several inputs or outputs, or as by
     *     {@link #classifier(MultiLayerNetwork)}
     */
    public static DifferentiableClassifier classifier(ComputationGraph model) {
        return ModelClassifiers.of(OriginalModel.of(model));
    }

    /**
     * Makes a classifier of a graph.
     *
     * @param model an initialized graph with one input and one output
     * @param inputShape the shape of one input, as DL4J takes it, without the batch dimension
     * @return the classifier
     * @throws ModelImportException if the graph has several inputs or outputs, or as by
     *     {@link #classifier(MultiLayerNetwork, Shape)}
     */
    public static DifferentiableClassifier classifier(ComputationGraph model, Shape inputShape) {
        return ModelClassifiers.of(OriginalModel.of(model), inputShape);
    }

    /**
     * Makes a classifier of a saved model whose configuration tells the shape of its input.
     *
     * @param file the zip file of a {@code MultiLayerNetwork} or {@code ComputationGraph}, as saved by DL4J's
     *     {@code ModelSerializer} or {@code save}
     * @return the classifier
     * @throws ModelImportException if the file does not hold a model, or as for the model that it holds
     * @throws java.io.UncheckedIOException if the file is missing or cannot be read
     */
    public static DifferentiableClassifier classifier(Path file) {
        return ModelClassifiers.of(ModelFile.read(file));
    }

    /**
     * Makes a classifier of a saved model.
     *
     * @param file the zip file of a {@code MultiLayerNetwork} or {@code ComputationGraph}, as saved by DL4J's
     *     {@code ModelSerializer} or {@code save}
     * @param inputShape the shape of one input, as DL4J takes it, without the batch dimension
     * @return the classifier
     * @throws ModelImportException if the file does not hold a model, or as for the model that it holds
     * @throws java.io.UncheckedIOException if the file is missing or cannot be read
     */
    public static DifferentiableClassifier classifier(Path file, Shape inputShape) {
        return ModelClassifiers.of(ModelFile.read(file), inputShape);
    }

    /**
     * Makes samples of arrays, such as the features and labels of a {@code DataSet}.
     *
     * <pre>{@code
     * assertThat(Dl4j.classifier(model)).on(Dl4j.samples(features, labels, "N", "V")).remainsCorrectUnder(linf(0.01));
     * }</pre>
     *
     * @param features the inputs {@code [N, ...]}
     * @param labels one-hot labels {@code [N, K]}, or the index of the class {@code [N]} or {@code [N, 1]}
     * @param classNames the names of the classes, in the order of the model's outputs
     * @return the samples, with their numbers from 0 as ids: the same ones only as long as the order is the same
     * @throws IllegalArgumentException if there are not as many labels as inputs, or a label is none of the classes
     */
    public static Samples samples(INDArray features, INDArray labels, String... classNames) {
        return ArraySamples.of(features, labels, List.of(classNames));
    }

    /**
     * Makes samples of a data set of DL4J.
     *
     * @param data the data set, with labels as for {@link #samples(INDArray, INDArray, String...)}
     * @param classNames the names of the classes, in the order of the model's outputs
     * @return the samples, with their numbers from 0 as ids
     * @throws IllegalArgumentException if the data set has a mask, there are not as many labels as inputs, or a label is none of
     *     the classes
     */
    public static Samples samples(DataSet data, String... classNames) {
        return ArraySamples.of(List.of(data), List.of(classNames));
    }

    /**
     * Makes samples of all that an iterator gives. It is reset before, if it can be, and read to its end.
     *
     * @param data the iterator over data sets, with labels as for {@link #samples(INDArray, INDArray, String...)}
     * @param classNames the names of the classes, in the order of the model's outputs
     * @return the samples, with their numbers from 0 as ids: the same ones only if the iterator does not shuffle
     * @throws IllegalArgumentException if the iterator gives nothing, a data set has a mask, or a label is none of the classes
     */
    public static Samples samples(DataSetIterator data, String... classNames) {
        if (data.resetSupported()) {
            data.reset();
        }
        List<DataSet> all = new ArrayList<>();
        data.forEachRemaining(all::add);
        return ArraySamples.of(all, List.of(classNames));
    }
}
