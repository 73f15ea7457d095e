package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.training.Objectives.nsr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.MaxPooling;
import org.robustest.layer.Window;
import org.robustest.network.Derivatives;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * Compares the gradient of the paper's CNN with that of PyTorch's double back-propagation, as {@code benchmarks/bench nsr-reference}
 * wrote it down: of every parameter the norm, and the products with three random directions.
 */
class NsrAgainstPyTorchTest {

    private static final int LENGTH = 187;
    private static final int CHANNELS = 32;

    private final Network.Builder builder = Network.builder(Shape.of(1, LENGTH));
    private final List<String> names = new ArrayList<>();

    @Test
    void the_gradient_of_the_cnn_equals_that_of_double_back_propagation() {
        List<String> lines = reference();
        int[] labels = Arrays.stream(lines.get(0).split("\t"))
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
        Network network = cnn();
        List<float[]> gradients = network.parameters().stream()
                .map(array -> new float[array.length])
                .toList();
        TrainingBatch batch = new TrainingBatch(
                samples(labels),
                InputRange.UNBOUNDED,
                new OwnPasses(Derivatives.of(network)),
                new TrainingTime(0, 1, 0));

        nsr().addGradients(batch, 1, gradients);

        assertThat(lines).hasSize(1 + names.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\t");
            float[] gradient = gradients.get(names.indexOf(words[0]));
            double norm = Double.parseDouble(words[1]);
            assertThat(norm).isPositive();
            assertThat(Math.sqrt(product(gradient, gradient))).as(words[0]).isCloseTo(norm, within(1e-4 * norm));
            for (int d = 0; d < 3; d++) {
                float[] direction = draw(words[0] + " direction " + d, gradient.length, 0, 1);
                assertThat(product(gradient, direction))
                        .as("%s along direction %s", words[0], d)
                        .isCloseTo(Double.parseDouble(words[2 + d]), within(1e-4 * norm));
            }
        }
    }

    private static List<String> reference() {
        URL file = Objects.requireNonNull(NsrAgainstPyTorchTest.class.getResource("nsr-gradient-of-the-cnn.tsv"));
        try {
            return Files.readAllLines(Path.of(file.toURI())).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sample> samples(int[] labels) {
        float[] inputs = draw("inputs", labels.length * LENGTH, 0.5, 0.5);
        Samples.Builder samples = Samples.builder(Shape.of(1, LENGTH), List.of("N", "S", "V", "F", "Q"));
        for (int i = 0; i < labels.length; i++) {
            samples.add("sample " + i, Arrays.copyOfRange(inputs, i * LENGTH, (i + 1) * LENGTH), labels[i]);
        }
        return StreamSupport.stream(samples.build().spliterator(), false).toList();
    }

    private Network cnn() {
        Value value = convolution("first", 1, builder.input());
        for (int block = 0; block < 5; block++) {
            Value inner = relu(convolution("block" + block + "a", CHANNELS, value));
            Value sum =
                    builder.add(LinearCombination.of(1, 1), convolution("block" + block + "b", CHANNELS, inner), value);
            value = builder.add(MaxPooling.of(Window.of(5).withStride(2)), relu(sum));
        }
        return builder.build(dense("logits", 32, 5, relu(dense("hidden", 64, 32, value))));
    }

    private Value relu(Value input) {
        return builder.add(Activation.of(Activations.relu()), input);
    }

    private Value convolution(String name, int inputs, Value input) {
        float[] weights = draw(name + " weights", CHANNELS * inputs * 5, 0, 1 / Math.sqrt(inputs * 5.0));
        Window window = Window.of(5).withPadding(new int[] {2}, new int[] {2});
        names.addAll(List.of(name + " weights", name + " biases"));
        return builder.add(Convolution.of(weights, draw(name + " biases", CHANNELS, 0, 0.1), window), input);
    }

    private Value dense(String name, int inputs, int outputs, Value input) {
        float[] weights = draw(name + " weights", inputs * outputs, 0, 1 / Math.sqrt(inputs));
        names.addAll(List.of(name + " weights", name + " biases"));
        return builder.add(Dense.of(weights, draw(name + " biases", outputs, 0, 0.1)), input);
    }

    private static float[] draw(String name, int count, double middle, double spread) {
        RandomStream random = RandomStream.of(1, name);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (middle + spread * (2 * random.nextDouble() - 1));
        }
        return numbers;
    }

    private static double product(float[] x, float[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (double) x[i] * y[i])
                .sum();
    }
}
