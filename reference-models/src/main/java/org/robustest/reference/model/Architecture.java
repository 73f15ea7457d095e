package org.robustest.reference.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.InputRange;
import org.robustest.samples.Shape;

/**
 * A network and what it classifies: all that the models of it have in common.
 *
 * @param name what the names of its models begin with
 * @param description the network and its data set, in half a sentence
 * @param inputShape what it takes
 * @param inputRange the range of the values that it takes
 * @param classNames the classes, in the order of its outputs
 * @param preprocessing how inputs are made of recordings
 * @param splits the splits that its models are trained on, the usual one first
 * @param loader reads weights
 * @param classifier makes what is read a classifier
 * @param <M> the type of DL4J that runs it
 */
record Architecture<M extends Model>(
        String name,
        String description,
        Shape inputShape,
        InputRange inputRange,
        List<String> classNames,
        String preprocessing,
        List<Split> splits,
        Loader<M> loader,
        Function<M, DifferentiableClassifier> classifier) {

    Architecture {
        classNames = List.copyOf(classNames);
        splits = List.copyOf(splits);
    }

    interface Loader<M> {
        M load(InputStream weights) throws IOException;
    }
}
