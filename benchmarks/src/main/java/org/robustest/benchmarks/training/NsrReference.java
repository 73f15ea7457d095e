package org.robustest.benchmarks.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.robustest.benchmarks.engine.TorchTraining;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.classifier.Classifier;
import org.robustest.random.RandomStream;

/**
 * Writes down what PyTorch's double back-propagation gives for the gradient of the noise-to-signal regularization of the CNN: of
 * every parameter the norm, and its products with three random directions. A test of {@code training} compares with it.
 */
public final class NsrReference {

    private static final int COUNT = 16;
    private static final int CLASSES = 5;
    private static final int DIRECTIONS = 3;

    private NsrReference() {}

    /**
     * Runs the command.
     *
     * @param out where the reference is printed
     */
    public static void run(PrintStream out) {
        ModelParameters parameters = parameters();
        float[] inputs = draw("inputs", COUNT * BenchmarkModel.CNN.inputShape().size(), 0.5, 0.5);
        long[] labels = labels(BenchmarkModel.CNN.network(parameters), inputs);
        out.println("# the CNN's gradient of nsr() by PyTorch 2.7.1: made by benchmarks/bench nsr-reference");
        out.println("labels\t" + Arrays.stream(labels).mapToObj(String::valueOf).collect(Collectors.joining("\t")));
        new TorchTraining(BenchmarkModel.CNN, parameters, false)
                .nsrGradients(inputs, labels)
                .forEach((name, gradient) -> out.println(line(name, gradient)));
    }

    private static String line(String name, float[] gradient) {
        List<Double> numbers = new ArrayList<>();
        double squares = 0;
        for (float value : gradient) {
            squares += (double) value * value;
        }
        numbers.add(Math.sqrt(squares));
        for (int d = 0; d < DIRECTIONS; d++) {
            float[] direction = draw(name + " direction " + d, gradient.length, 0, 1);
            double product = 0;
            for (int i = 0; i < gradient.length; i++) {
                product += (double) gradient[i] * direction[i];
            }
            numbers.add(product);
        }
        return name + "\t" + numbers.stream().map(String::valueOf).collect(Collectors.joining("\t"));
    }

    /** Most labels are what the model answers, so that most samples take part in all terms. */
    private static long[] labels(Classifier model, float[] inputs) {
        float[] logits = new float[COUNT * CLASSES];
        model.logits(inputs, COUNT, logits);
        long[] labels = new long[COUNT];
        for (int i = 0; i < COUNT; i++) {
            int best = 0;
            for (int k = 1; k < CLASSES; k++) {
                best = logits[i * CLASSES + k] > logits[i * CLASSES + best] ? k : best;
            }
            labels[i] = i % 4 == 0 ? i % CLASSES : best;
        }
        return labels;
    }

    private static ModelParameters parameters() {
        Map<String, float[]> values = new TreeMap<>();
        addConvolution(values, "first", 1);
        for (int block = 0; block < 5; block++) {
            addConvolution(values, "block" + block + "a", 32);
            addConvolution(values, "block" + block + "b", 32);
        }
        addDense(values, "hidden", 64, 32);
        addDense(values, "logits", 32, CLASSES);
        return ModelParameters.of(values);
    }

    private static void addConvolution(Map<String, float[]> values, String name, int inputs) {
        values.put(name + "_W", draw(name + " weights", 32 * inputs * 5, 0, 1 / Math.sqrt(inputs * 5.0)));
        values.put(name + "_b", draw(name + " biases", 32, 0, 0.1));
    }

    /** DL4J has the weights of dense layers as {@code [inputs, outputs]}. */
    private static void addDense(Map<String, float[]> values, String name, int inputs, int outputs) {
        float[] weights = draw(name + " weights", inputs * outputs, 0, 1 / Math.sqrt(inputs));
        float[] transposed = new float[weights.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                transposed[i * outputs + o] = weights[o * inputs + i];
            }
        }
        values.put(name + "_W", transposed);
        values.put(name + "_b", draw(name + " biases", outputs, 0, 0.1));
    }

    private static float[] draw(String name, int count, double middle, double spread) {
        RandomStream random = RandomStream.of(1, name);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (middle + spread * (2 * random.nextDouble() - 1));
        }
        return numbers;
    }
}
