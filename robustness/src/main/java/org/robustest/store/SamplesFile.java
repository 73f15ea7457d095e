package org.robustest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * Samples in one file of Robustest's own form, to be kept beside the tests that use them: lines of JSON about the file, about
 * all of the samples and about each, and the inputs as little-endian floats in the same order.
 *
 * <pre>
 * {"format":"robustest-samples","version":1,"hash":"0c2b..."}
 * {"shape":[1,187],"low":0.0,"high":1.0,"classes":["N","S"],"size":2}
 * {"id":"mitdb/100@77","label":0,"tags":{"patient":"100"}}
 * {"id":"mitdb/208@1245","label":1,"tags":{}}
 * </pre>
 *
 * <p>{@code low} and {@code high} are left out if the range is unbounded. {@code hash} is the first half of the SHA-256 of
 * all that comes after the first line: a file that was changed is refused.
 */
public final class SamplesFile {

    private static final String FORMAT = "robustest-samples";
    private static final int VERSION = 1;
    private static final String RESTORE = "; restore it from version control, and mark such files as binary there";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SamplesFile() {}

    /**
     * Writes samples. The file is complete, or what it was before.
     *
     * @param samples the samples
     * @param file the file, which is replaced if it exists; its folder is made if it is not there
     * @throws IllegalArgumentException if there are more values than a file can hold, 2 GB
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Samples samples, Path file) {
        try {
            byte[] content = content(samples);
            byte[] first = line(JSON.createObjectNode()
                    .put("format", FORMAT)
                    .put("version", VERSION)
                    .put("hash", Hash.of(content, 0)));
            AtomicFile.write(
                    file,
                    ByteBuffer.allocate(Math.addExact(first.length, content.length))
                            .put(first)
                            .put(content)
                            .array());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    samples + " are more than a file can hold, 2 GB; write fewer, such as a balanced choice", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the samples to " + file.toAbsolutePath() + ": " + e, e);
        }
    }

    private static byte[] line(ObjectNode node) {
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] content(Samples samples) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(line(aboutAll(samples)));
        float[] inputs =
                new float[Math.multiplyExact(samples.size(), samples.shape().size())];
        int next = 0;
        for (Sample sample : samples) {
            content.write(line(about(sample)));
            sample.copyInputTo(inputs, next);
            next += samples.shape().size();
        }
        content.write(Hash.bytes(inputs));
        return content.toByteArray();
    }

    private static ObjectNode aboutAll(Samples samples) {
        ObjectNode node = JSON.createObjectNode();
        ShapeArray.write(samples.shape(), node.putArray("shape"));
        if (samples.range().isBounded()) {
            node.put("low", samples.range().low()).put("high", samples.range().high());
        }
        ArrayNode classes = node.putArray("classes");
        samples.classNames().forEach(classes::add);
        return node.put("size", samples.size());
    }

    private static ObjectNode about(Sample sample) {
        ObjectNode node = JSON.createObjectNode().put("id", sample.id()).put("label", sample.label());
        ObjectNode tags = node.putObject("tags");
        new TreeMap<>(sample.tags()).forEach(tags::put);
        return node;
    }

    /**
     * Reads samples.
     *
     * @param file the file
     * @return samples equal to those that were written, in the same order
     * @throws IllegalArgumentException if the file does not hold samples, or was changed since it was written
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static Samples read(Path file) {
        try {
            return new Reader(Files.readAllBytes(file)).read();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file.toAbsolutePath() + " does not hold samples as SamplesFile writes them: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the samples in " + file.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Reads one line after the other, and then the inputs. */
    private static final class Reader {

        private final byte[] bytes;
        private int next;
        private int line;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        Samples read() {
            JsonNode file = nextLine();
            if (!file.path("format").asText().equals(FORMAT)) {
                throw new IllegalArgumentException("line 1 does not say that its format is \"" + FORMAT + '"');
            }
            if (file.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("it is of version " + file.path("version") + ", but this Robustest"
                        + " reads version " + VERSION + "; write it anew with this one");
            }
            if (!file.path("hash").asText().equals(Hash.of(bytes, next))) {
                throw new IllegalArgumentException("it is not what was written" + RESTORE);
            }
            JsonNode all = nextLine();
            Shape shape = ShapeArray.read(all.path("shape"));
            Samples.Builder builder = Samples.builder(shape, texts(all.path("classes")));
            if (all.has("low")) {
                builder.within(all.path("low").floatValue(), all.path("high").floatValue());
            }
            List<JsonNode> lines = new ArrayList<>();
            for (int i = 0; i < all.path("size").asInt(); i++) {
                lines.add(nextLine());
            }
            addTo(builder, lines, shape.size());
            return builder.build();
        }

        private void addTo(Samples.Builder builder, List<JsonNode> lines, int inputSize) {
            if (bytes.length - next != (long) lines.size() * inputSize * Float.BYTES) {
                throw new IllegalArgumentException("behind the lines there are " + (bytes.length - next)
                        + " bytes, but " + lines.size() + " inputs of " + inputSize + " floats have "
                        + (long) lines.size() * inputSize * Float.BYTES + RESTORE);
            }
            FloatBuffer inputs = ByteBuffer.wrap(bytes, next, bytes.length - next)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            for (JsonNode sample : lines) {
                float[] input = new float[inputSize];
                inputs.get(input);
                builder.add(
                        sample.path("id").asText(), input, sample.path("label").asInt(-1), tags(sample.path("tags")));
            }
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(text -> texts.add(text.asText()));
            return texts;
        }

        private static Map<String, String> tags(JsonNode node) {
            Map<String, String> tags = new HashMap<>();
            node.properties()
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
            return tags;
        }

        private JsonNode nextLine() {
            line++;
            int end = next;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length) {
                throw new IllegalArgumentException("line " + line + " has no end" + RESTORE);
            }
            try {
                JsonNode node = JSON.readTree(bytes, next, end - next);
                next = end + 1;
                return node;
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        "line " + line + " is no JSON (" + e.getOriginalMessage() + ")" + RESTORE, e);
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory failed", e);
            }
        }
    }
}
