package org.robustest.store;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.robustest.samples.Shape;

/**
 * One counterexample on disk: a JSON file that says what it is, beside raw little-endian floats. The names of the latter have
 * their content in them, so that the JSON file, which is moved to its place last, always speaks of floats that belong to it.
 */
final class CounterexampleFile {

    static final String ENDING = ".json";
    static final String FLOATS = ".f32";

    private static final String FORMAT = "robustest-counterexample";
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 64 * 1024;
    private static final long MOST_VALUES = 1 << 26;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}\\.f32");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    CounterexampleFile(Path file) {
        this.file = file;
    }

    void write(StoredCounterexample counterexample, FileOperations operations) throws IOException {
        Finding finding = counterexample.finding();
        ObjectNode node = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("sample", finding.sampleId());
        ShapeArray.write(finding.shape(), node.putArray("shape"));
        node.put("label", finding.label())
                .put("prediction", finding.prediction())
                .put("set", finding.set())
                .put("epsilon", finding.epsilon())
                .put("distance", finding.distance())
                .put("changed", finding.changed())
                .put("attack", finding.attack())
                .put("seed", finding.seed())
                .put("position", finding.position())
                .put("model", finding.model())
                .put("sampleHash", finding.sampleHash())
                .put("input", writeFloats(counterexample.input(), operations));
        if (counterexample.hasParameters()) {
            node.put("pointSize", counterexample.point().length)
                    .put("point", writeFloats(counterexample.point(), operations));
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        String text = JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                .writeValueAsString(node);
        operations.replace(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String writeFloats(float[] values, FileOperations operations) throws IOException {
        String base = file.getFileName().toString().replace(ENDING, "");
        String name = base + "-" + Hash.of(values) + FLOATS;
        operations.replace(file.resolveSibling(name), Hash.bytes(values));
        return name;
    }

    StoredCounterexample read() throws RefusedException {
        Fields fields = Fields.parse(bytes(file, MOST_BYTES));
        fields.text("format", "\"" + FORMAT + "\"", FORMAT::equals);
        if (fields.count("version") != VERSION) {
            throw new RefusedException("it is of version " + fields.count("version")
                    + " of the format, but this Robustest" + " reads version " + VERSION
                    + "; use the Robustest that wrote it, or find the counterexample anew");
        }
        Shape shape = fields.shape("shape");
        Finding finding = new Finding(
                fields.text("sample"),
                fields.text("sampleHash"),
                shape,
                fields.count("label"),
                fields.count("prediction"),
                fields.text("set"),
                fields.size("epsilon"),
                fields.size("distance"),
                fields.count("changed"),
                fields.text("attack"),
                fields.whole("seed"),
                fields.text("position"),
                fields.text("model"));
        float[] input = floats(fields, "input", shape.size());
        float[] point = fields.has("point") ? floats(fields, "point", fields.count("pointSize")) : input;
        return new StoredCounterexample(finding, point, input);
    }

    /** Returns the JSON file and the files of floats that it speaks of. */
    List<Path> all() throws RefusedException {
        Fields fields = Fields.parse(bytes(file, MOST_BYTES));
        List<Path> files = new ArrayList<>(List.of(file, file.resolveSibling(nameOfFloats(fields, "input"))));
        if (fields.has("point")) {
            files.add(file.resolveSibling(nameOfFloats(fields, "point")));
        }
        return files;
    }

    /** Returns the name of a file of floats that a JSON file speaks of, which is plain: it does not lead out of the folder. */
    private static String nameOfFloats(Fields fields, String name) throws RefusedException {
        return fields.text(
                name,
                "the plain name of a file in the same folder that ends with " + FLOATS,
                text -> PLAIN_NAME.matcher(text).matches());
    }

    private float[] floats(Fields fields, String name, int count) throws RefusedException {
        if (count > MOST_VALUES) {
            throw new RefusedException("its " + name + " would have " + count
                    + " values, more than any input; restore it from version control");
        }
        String fileName = nameOfFloats(fields, name);
        long size = (long) Float.BYTES * count;
        byte[] bytes = bytes(file.resolveSibling(fileName), size);
        if (bytes.length != size) {
            throw new RefusedException(fileName + " has " + bytes.length + " bytes, but " + count + " floats have "
                    + size + "; restore it from version control, and mark *.f32 as binary in .gitattributes");
        }
        float[] values = new float[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        if (!fileName.endsWith("-" + Hash.of(values) + FLOATS)) {
            throw new RefusedException(
                    fileName + " has not the content that its name stands for; restore it from version"
                            + " control, and mark *.f32 as binary in .gitattributes");
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new RefusedException(fileName + " has the value " + value
                        + ", which no counterexample has; restore it from version control");
            }
        }
        return values;
    }

    private static byte[] bytes(Path path, long most) throws RefusedException {
        String name = String.valueOf(path.getFileName());
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedException(name
                        + (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                                ? " is not a regular file; put the file itself there"
                                : " is missing; restore it from version control"));
            }
            long size = Files.size(path);
            if (size > most) {
                throw new RefusedException(
                        name + " has " + size + " bytes, but is allowed " + most + "; restore it from version control");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new RefusedException(name + " cannot be read (" + e + "); see that this user may read it");
        }
    }
}
