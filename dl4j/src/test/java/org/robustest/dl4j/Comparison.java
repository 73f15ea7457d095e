package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

/** Compares the classifier of a double precision model with that model, whose output activation is the identity. */
final class Comparison {

    private static final int INPUTS = 3;
    private static final double STEP = 1e-6;
    private static final int MOST_DIFFERENCES = 40;

    private final OriginalModel original;
    private final DifferentiableClassifier classifier;
    private final float[] inputs;
    private final float[] cotangent;

    private Comparison(OriginalModel original, DifferentiableClassifier classifier) {
        this.original = original;
        this.classifier = classifier;
        this.inputs = uniform(INPUTS * classifier.inputShape().size(), "inputs");
        this.cotangent = uniform(classifier.classCount(), "cotangent");
    }

    static Comparison of(MultiLayerNetwork model, Shape shape) {
        return new Comparison(OriginalModel.of(model), Dl4j.classifier(model, shape));
    }

    static Comparison of(ComputationGraph model, Shape shape) {
        return new Comparison(OriginalModel.of(model), Dl4j.classifier(model, shape));
    }

    static Comparison of(ComputationGraph model) {
        return new Comparison(OriginalModel.of(model), Dl4j.classifier(model));
    }

    static Comparison of(MultiLayerNetwork model) {
        return new Comparison(OriginalModel.of(model), Dl4j.classifier(model));
    }

    /** The model has been imported, and outputs and gradients equal those of DL4J's layers and central differences. */
    void isImportedExactly() {
        isImported();
        logitsEqualOutputs();
        gradientsEqualDifferences();
        gradientsEqualThoseOfDl4j();
    }

    Comparison isImported() {
        assertThat(classifier).isInstanceOf(ImportedClassifier.class);
        return this;
    }

    Comparison isRunByDl4j() {
        assertThat(classifier).isInstanceOf(Dl4jClassifier.class);
        return this;
    }

    Comparison logitsEqualOutputs() {
        float[] logits = new float[INPUTS * classifier.classCount()];
        classifier.logits(inputs, INPUTS, logits);
        assertThat(relativeDifference(logits, doubles(output(inputs, INPUTS)))).isLessThan(1e-5);
        return this;
    }

    Comparison gradientsEqualDifferences() {
        assertThat(relativeDifference(gradients(classifier), differences())).isLessThan(1e-4);
        return this;
    }

    Comparison gradientsEqualThoseOfDl4j() {
        ModelOutput output = ModelOutput.of(original, classifier.inputShape());
        DifferentiableClassifier dl4j =
                new Dl4jClassifier(original.graph(), original.outputActivation(), output, "a test asks for it");
        float[] expected = gradients(dl4j);
        assertThat(relativeDifference(gradients(classifier), doubles(expected))).isLessThan(1e-4);
        return this;
    }

    private float[] gradients(DifferentiableClassifier differentiable) {
        Cotangent same = (index, logits, written) -> System.arraycopy(cotangent, 0, written, 0, written.length);
        float[] gradients = new float[inputs.length];
        float[] logits = new float[INPUTS * differentiable.classCount()];
        differentiable.inputGradients(inputs, INPUTS, same, logits, gradients);
        return gradients;
    }

    /** Central differences of the model, NaN where they were not taken. */
    private double[] differences() {
        int size = classifier.inputShape().size();
        int stride = Math.max(1, inputs.length / MOST_DIFFERENCES);
        int[] indices =
                IntStream.range(0, inputs.length).filter(i -> i % stride == 0).toArray();
        INDArray moved = Nd4j.create(DataType.DOUBLE, 2L * indices.length, size);
        for (int row = 0; row < moved.size(0); row++) {
            int index = indices[row / 2];
            for (int i = 0; i < size; i++) {
                double step = i == index % size ? (row % 2 == 0 ? STEP : -STEP) : 0;
                moved.putScalar(row, i, inputs[index / size * size + i] + step);
            }
        }
        double[] outputs = doubles(original.output()
                .apply(moved.reshape('c', Batches.dimensions(moved.size(0), classifier.inputShape()))));
        double[] differences = new double[inputs.length];
        Arrays.fill(differences, Double.NaN);
        for (int k = 0; k < indices.length; k++) {
            differences[indices[k]] = (along(outputs, 2 * k) - along(outputs, 2 * k + 1)) / (2 * STEP);
        }
        return differences;
    }

    private double along(double[] outputs, int row) {
        double sum = 0;
        for (int k = 0; k < cotangent.length; k++) {
            sum += cotangent[k] * outputs[row * cotangent.length + k];
        }
        return sum;
    }

    private INDArray output(float[] values, int count) {
        return original.output()
                .apply(Batches.of(values, count, classifier.inputShape()).castTo(DataType.DOUBLE));
    }

    private static double[] doubles(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** The largest difference between two arrays, relative to the largest value. */
    static double relativeDifference(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double difference = 0;
        double largest = 1e-30;
        for (int i = 0; i < expected.length; i++) {
            if (!Double.isNaN(expected[i])) {
                difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
                largest = Math.max(largest, Math.abs(expected[i]));
            }
        }
        return difference / largest;
    }

    static float[] uniform(int length, String name) {
        RandomStream random = RandomStream.of(1, name);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
