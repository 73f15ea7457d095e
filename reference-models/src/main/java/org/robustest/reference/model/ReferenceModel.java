package org.robustest.reference.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.InputRange;
import org.robustest.samples.Shape;

/**
 * A reference model: what there is to know about it, and its weights if they are shipped. Immutable.
 *
 * @param <M> the type of DL4J that runs it
 */
public final class ReferenceModel<M extends Model> {

    private final Architecture<M> architecture;
    private final TrainingMethod method;
    private final Split split;

    ReferenceModel(Architecture<M> architecture, TrainingMethod method, Split split) {
        this.architecture = architecture;
        this.method = method;
        this.split = split;
    }

    /**
     * Returns the model of the same network and method that has learned from the training part of another split.
     *
     * @param newSplit the split
     * @return the model
     * @throws IllegalArgumentException if the data set is not split that way
     */
    public ReferenceModel<M> trainedOn(Split newSplit) {
        if (!architecture.splits().contains(newSplit)) {
            throw new IllegalArgumentException("the data of " + name() + " are not split " + newSplit
                    + "; the splits are " + architecture.splits());
        }
        return new ReferenceModel<>(architecture, method, newSplit);
    }

    /**
     * Returns the name, which is the same for all splits.
     *
     * @return the name, such as {@code mitbih-mlp-nsr}
     */
    public String name() {
        return architecture.name() + method.suffix();
    }

    /**
     * Returns the name of the file of weights, without {@code .zip}: the name, and a split that is not the usual one.
     *
     * @return the name, such as {@code mitbih-mlp-nsr-inter-patient}
     */
    public String fileName() {
        return split == architecture.splits().get(0) ? name() : name() + "-" + split;
    }

    /**
     * Returns the network, what it was trained on, and how.
     *
     * @return the description, in one line
     */
    public String description() {
        return architecture.description() + ", trained by " + method;
    }

    /**
     * Returns how it was trained.
     *
     * @return the method
     */
    public TrainingMethod method() {
        return method;
    }

    /**
     * Returns what it has learned from.
     *
     * @return the split of whose training part that is
     */
    public Split split() {
        return split;
    }

    /**
     * Returns the splits on which models of this network are trained.
     *
     * @return the splits, the usual one first; unmodifiable
     */
    public List<Split> splits() {
        return architecture.splits();
    }

    /**
     * Returns the shape of an input.
     *
     * @return the shape, such as {@code [1, 187]}
     */
    public Shape inputShape() {
        return architecture.inputShape();
    }

    /**
     * Returns the range of the values of an input.
     *
     * @return the range, such as 0 to 1
     */
    public InputRange inputRange() {
        return architecture.inputRange();
    }

    /**
     * Returns the classes.
     *
     * @return their names in the order of the outputs; unmodifiable
     */
    public List<String> classNames() {
        return architecture.classNames();
    }

    /**
     * Returns how inputs are made of recordings.
     *
     * @return a sentence, with the class that does it
     */
    public String preprocessing() {
        return architecture.preprocessing();
    }

    /**
     * Tells whether weights are shipped with this library.
     *
     * @return {@code true} if {@link #load()} finds them
     */
    public boolean isShipped() {
        return ReferenceModel.class.getResource(resource()) != null;
    }

    /**
     * Loads the model.
     *
     * @return a model of its own for every call, without the state of its updater
     * @throws IllegalStateException if no weights are shipped
     */
    public M load() {
        try (InputStream weights = ReferenceModel.class.getResourceAsStream(resource())) {
            if (weights == null) {
                throw new IllegalStateException("no weights of the reference model \"" + fileName()
                        + "\" are on the class path; make them with: reference-models/models train " + name()
                        + " --split " + split);
            }
            return architecture.loader().load(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the weights of the reference model \"" + fileName() + "\" cannot be read", e);
        }
    }

    /**
     * Reads a model of this network from a file.
     *
     * @param file a zip file that DL4J or the command {@code models train} has written
     * @return the model
     * @throws IOException if the file cannot be read
     */
    public M load(Path file) throws IOException {
        try (InputStream weights = Files.newInputStream(file)) {
            return architecture.loader().load(weights);
        }
    }

    /**
     * Loads the model as a classifier.
     *
     * @return a classifier that takes inputs of the {@linkplain #inputShape() shape}
     * @throws IllegalStateException if no weights are shipped
     */
    public DifferentiableClassifier classifier() {
        return classifier(load());
    }

    /**
     * Makes a model of this network a classifier.
     *
     * @param trained a model of this network, whatever its weights
     * @return a classifier that takes inputs of the {@linkplain #inputShape() shape}
     */
    public DifferentiableClassifier classifier(M trained) {
        return architecture.classifier().apply(trained);
    }

    private String resource() {
        return fileName() + ".zip";
    }

    /** Returns the name of the file of weights. */
    @Override
    public String toString() {
        return fileName();
    }
}
