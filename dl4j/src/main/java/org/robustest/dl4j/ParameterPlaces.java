package org.robustest.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where each parameter of an imported network stands among all parameters of the model.
 *
 * <p>They are found by importing copies of the model in which each parameter is a number that tells its place. So every way
 * in which an import transposes or permutes parameters is followed, without one of them being written down twice.
 */
final class ParameterPlaces {

    /** Numbers up to twice this are exact in a float. */
    private static final int DIGIT = 1 << 20;

    private static final int NONE = -1;

    private final List<int[]> places;

    private ParameterPlaces(List<int[]> places) {
        this.places = places;
    }

    /**
     * Finds the places.
     *
     * @throws NoCounterpartException if the parameters of the model are of a type that cannot hold numbers exactly
     */
    static ParameterPlaces of(OriginalModel model, ModelOutput original) {
        DataType type = model.graph().dataType();
        if (type != DataType.FLOAT && type != DataType.DOUBLE) {
            throw new NoCounterpartException("its parameters are of type " + type + "; FLOAT or DOUBLE is needed");
        }
        List<float[]> low = imported(model, original, place -> 1 + place % DIGIT);
        List<float[]> moved = imported(model, original, place -> 2 + place % DIGIT);
        List<float[]> high = imported(model, original, place -> 1 + place / DIGIT);
        List<int[]> places = new ArrayList<>();
        for (int p = 0; p < low.size(); p++) {
            int array = p;
            places.add(IntStream.range(0, low.get(p).length)
                    .map(i -> place(low.get(array)[i], moved.get(array)[i], high.get(array)[i]))
                    .toArray());
        }
        return new ParameterPlaces(places);
    }

    /** The parameters of the network, if each parameter of the model is a number that tells its place. */
    private static List<float[]> imported(OriginalModel model, ModelOutput original, Numbering numbering) {
        int count = Math.toIntExact(model.graph().parameters().length());
        float[] numbers = new float[count];
        for (int place = 0; place < count; place++) {
            numbers[place] = numbering.number(place);
        }
        INDArray before = model.graph().parameters().dup();
        try {
            model.graph().parameters().assign(Nd4j.createFromArray(numbers).reshape(before.shape()));
            clearLogarithms(model.graph());
            return NetworkImport.of(model, original).parameters();
        } finally {
            model.graph().parameters().assign(before);
        }
    }

    /**
     * Numbers would overflow where batch normalisation keeps the logarithms of standard deviations. The network has variances
     * instead, which are no parameters of the model.
     */
    private static void clearLogarithms(ModelGraph graph) {
        for (ModelVertex vertex : graph.vertices()) {
            if (vertex instanceof ModelVertex.OfLayer layer
                    && layer.configuration() instanceof BatchNormalization normalization
                    && normalization.isUseLogStd()) {
                layer.layer().getParam(NormalizationParameters.LOGARITHM).assign(0);
            }
        }
    }

    /** A constant of the import does not move with the numbers. */
    private static int place(float low, float moved, float high) {
        return moved == low + 1 ? Math.round(low) - 1 + (Math.round(high) - 1) * DIGIT : NONE;
    }

    /** Calls an action for every value that is a parameter of the model. */
    void forEach(List<float[]> arrays, Action action) {
        for (int p = 0; p < places.size(); p++) {
            int[] ofArray = places.get(p);
            float[] array = arrays.get(p);
            for (int i = 0; i < ofArray.length; i++) {
                if (ofArray[i] != NONE) {
                    action.accept(array, i, ofArray[i]);
                }
            }
        }
    }

    /** The number of a place. */
    @FunctionalInterface
    private interface Numbering {
        float number(int place);
    }

    /** What to do with one value of an array, given its place in the model. */
    @FunctionalInterface
    interface Action {
        void accept(float[] array, int index, int place);
    }
}
