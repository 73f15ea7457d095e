package org.robustest.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.classifier.DifferentiableClassifier;

/**
 * Makes classifiers of Deeplearning4j models.
 *
 * <p>A model is imported into a {@link org.robustest.network.Network}, which computes input gradients many times faster
 * than DL4J. The import is checked: it is refused unless its logits agree with the model's own. Every counterexample is
 * confirmed by the model object itself, through {@link org.robustest.classifier.Classifier#original()}.
 */
public final class Dl4j {

    private Dl4j() {}

    /**
     * Makes a classifier of a model.
     *
     * <p>Accepted are dense, activation, dropout and loss layers, an output layer with softmax or identity, and the
     * activations identity, ReLU, leaky ReLU, ELU, tanh, sigmoid and softplus. The parameters are taken as they are now:
     * after further training, make another classifier.
     *
     * @param model an initialized model that takes inputs {@code [N, features]}
     * @return the classifier; its logits are the outputs before softmax, up to a constant for each input
     * @throws ModelImportException if the model is not initialized, has a layer, activation or preprocessor that is not
     *     accepted, has parameters that are not finite, or its logits cannot be reproduced to 1e-4
     */
    public static DifferentiableClassifier classifier(MultiLayerNetwork model) {
        return ImportedClassifier.of(model);
    }

    /**
     * Makes a classifier of a model that was saved by DL4J's {@code ModelSerializer} or {@code MultiLayerNetwork.save}.
     *
     * @param file the zip file
     * @return the classifier, as by {@link #classifier(MultiLayerNetwork)}
     * @throws ModelImportException if the file does not hold a model, or the model cannot be imported
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static DifferentiableClassifier classifier(Path file) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new IOException(
                    "asked for the model in " + file.toAbsolutePath() + ", but there is no readable file"));
        }
        return classifier(read(file));
    }

    private static MultiLayerNetwork read(Path file) {
        try {
            return MultiLayerNetwork.load(file.toFile(), false);
        } catch (IOException | RuntimeException e) {
            throw new ModelImportException(
                    file.toAbsolutePath() + " does not hold a MultiLayerNetwork as DL4J saves it: " + e.getMessage(),
                    e);
        }
    }
}
