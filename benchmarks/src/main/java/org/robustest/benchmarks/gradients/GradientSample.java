package org.robustest.benchmarks.gradients;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The gradients of some inputs of a batch, evenly spread, by which engines are compared. */
final class GradientSample {

    private static final int MOST_INPUTS = 16;

    private final float[] values;

    private GradientSample(float[] values) {
        this.values = values;
    }

    static GradientSample of(float[] gradients, int count) {
        int size = gradients.length / count;
        int inputs = Math.min(count, MOST_INPUTS);
        float[] values = new float[inputs * size];
        for (int i = 0; i < inputs; i++) {
            System.arraycopy(gradients, i * count / inputs * size, values, i * size, size);
        }
        return new GradientSample(values);
    }

    static GradientSample read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return new GradientSample(values);
    }

    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    /** Returns the norm of the difference divided by the norm of the other: NaN if there is one in the gradients. */
    double errorAgainst(GradientSample other) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < values.length; i++) {
            double d = (double) values[i] - other.values[i];
            difference += d * d;
            norm += (double) other.values[i] * other.values[i];
        }
        return Math.sqrt(difference / norm);
    }
}
