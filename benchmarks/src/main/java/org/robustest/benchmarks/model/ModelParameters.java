package org.robustest.benchmarks.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters of a model by their names in DL4J, such as {@code 0_W} or {@code first_b}. Immutable. */
public final class ModelParameters {

    private final Map<String, float[]> values;

    private ModelParameters(Map<String, float[]> values) {
        this.values = values;
    }

    /**
     * Copies the parameters of a model.
     *
     * @param model the model
     * @return its parameters
     */
    public static ModelParameters of(Model model) {
        Map<String, float[]> values = new TreeMap<>();
        for (Map.Entry<String, INDArray> parameter : model.paramTable().entrySet()) {
            values.put(
                    parameter.getKey(),
                    rowMajor(parameter.getValue()).dup('c').data().asFloat());
        }
        return new ModelParameters(values);
    }

    /**
     * Takes parameters that do not come from a model.
     *
     * @param values the parameters, such as {@code first_W}: kernels {@code [outputs, inputs, taps]}, and weights of dense layers
     *     {@code [inputs, outputs]}
     * @return the parameters
     */
    public static ModelParameters of(Map<String, float[]> values) {
        return new ModelParameters(new TreeMap<>(values));
    }

    /** DL4J declares kernels of signals {@code [out, in, taps, 1]}, but takes the same memory for {@code [taps, in, out]}. */
    private static INDArray rowMajor(INDArray parameter) {
        return parameter.rank() < 3
                ? parameter
                : parameter
                        .reshape(parameter.ordering(), parameter.size(2), parameter.size(1), parameter.size(0))
                        .permute(2, 1, 0);
    }

    /**
     * Returns these parameters by other names.
     *
     * @param renaming gives the new name of each
     * @return the same numbers
     */
    public ModelParameters renamed(UnaryOperator<String> renaming) {
        Map<String, float[]> renamed = new TreeMap<>();
        values.forEach((name, numbers) -> renamed.put(renaming.apply(name), numbers));
        return new ModelParameters(renamed);
    }

    /**
     * Reads parameters.
     *
     * @param file the file that {@link #write} wrote
     * @return the parameters
     * @throws IOException if the file cannot be read
     */
    public static ModelParameters read(Path file) throws IOException {
        Map<String, float[]> values = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                float[] numbers = new float[in.readInt()];
                for (int j = 0; j < numbers.length; j++) {
                    numbers[j] = in.readFloat();
                }
                values.put(name, numbers);
            }
        }
        return new ModelParameters(values);
    }

    /**
     * Writes the parameters for an engine that does without DL4J.
     *
     * @param file the file to write
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(values.size());
            for (Map.Entry<String, float[]> parameter : values.entrySet()) {
                out.writeUTF(parameter.getKey());
                out.writeInt(parameter.getValue().length);
                for (float number : parameter.getValue()) {
                    out.writeFloat(number);
                }
            }
        }
    }

    /**
     * Returns the weights of a convolution.
     *
     * @param layer the name of the layer
     * @return row-major {@code [outputs, inputs, taps]}
     * @throws IllegalArgumentException if there is no such layer
     */
    public float[] kernels(String layer) {
        return get(layer + "_W");
    }

    /**
     * Returns the weights of a dense layer.
     *
     * @param layer the name of the layer
     * @return row-major {@code [outputs, inputs]}; DL4J has them the other way round
     * @throws IllegalArgumentException if there is no such layer
     */
    public float[] weights(String layer) {
        float[] weights = get(layer + "_W");
        int outputs = biases(layer).length;
        int inputs = weights.length / outputs;
        float[] transposed = new float[weights.length];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                transposed[o * inputs + i] = weights[i * outputs + o];
            }
        }
        return transposed;
    }

    /**
     * Returns the biases of a layer.
     *
     * @param layer the name of the layer
     * @return the biases {@code [outputs]}
     * @throws IllegalArgumentException if there is no such layer
     */
    public float[] biases(String layer) {
        return get(layer + "_b");
    }

    private float[] get(String name) {
        float[] numbers = values.get(name);
        if (numbers == null) {
            throw new IllegalArgumentException("the model has no parameter " + name + ", but " + values.keySet());
        }
        return numbers.clone();
    }
}
