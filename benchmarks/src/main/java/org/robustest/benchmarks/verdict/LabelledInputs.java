package org.robustest.benchmarks.verdict;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Samples in a file, for engines that do without the rest. */
final class LabelledInputs {

    private LabelledInputs() {}

    static void write(Samples samples, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(samples.size());
            out.writeInt(samples.classNames().size());
            for (Sample sample : samples) {
                out.writeUTF(sample.id());
                out.writeInt(sample.label());
                for (float value : sample.input()) {
                    out.writeFloat(value);
                }
            }
        }
    }

    static Samples read(Path file, Shape shape) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            List<String> classes =
                    IntStream.range(0, in.readInt()).mapToObj(Integer::toString).toList();
            Samples.Builder samples = Samples.builder(shape, classes).within(0, 1);
            for (int i = 0; i < count; i++) {
                String id = in.readUTF();
                int label = in.readInt();
                float[] input = new float[shape.size()];
                for (int j = 0; j < input.length; j++) {
                    input[j] = in.readFloat();
                }
                samples.add(id, input, label);
            }
            return samples.build();
        }
    }
}
