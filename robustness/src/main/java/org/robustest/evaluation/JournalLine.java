package org.robustest.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.robustest.certificate.Certificate;
import org.robustest.classifier.BoundMethod;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.random.StableHash;
import org.robustest.samples.Sample;

/** A verdict as a line of a {@link Journal}: JSON, in which arrays of floats are base64 of their little-endian bytes. */
final class JournalLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode fields;

    private JournalLine(ObjectNode fields) {
        this.fields = fields;
    }

    /** Returns the line of a verdict, unless it is a failure. */
    static Optional<JournalLine> of(int run, AttackRun.Level level, Verdict verdict) {
        ObjectNode fields = JSON.createObjectNode()
                .put("run", run)
                .put("search", search(level))
                .put("sample", verdict.sample().id())
                .put("forwards", verdict.effort().forwards())
                .put("backwards", verdict.effort().backwards());
        if (verdict instanceof Verdict.Broken broken) {
            Counterexample found = broken.counterexample();
            fields.put("verdict", "broken")
                    .put("attack", found.attack())
                    .put("position", found.position())
                    .put("point", bytes(found.point()))
                    .put("logits", bytes(found.logits()));
        } else if (verdict instanceof Verdict.Certified certified) {
            fields.put("verdict", "certified")
                    .put("method", certified.certificate().method().name())
                    .put("margin", certified.certificate().margin());
        } else if (verdict instanceof Verdict.Unbroken) {
            fields.put("verdict", "unbroken");
        } else {
            return Optional.empty();
        }
        return Optional.of(new JournalLine(fields));
    }

    static JournalLine parse(String line, int number, Path file) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node instanceof ObjectNode fields && fields.hasNonNull("sample") && fields.hasNonNull("verdict")) {
                return new JournalLine(fields);
            }
            throw unreadable(number, file, new IOException("it is no verdict"));
        } catch (JsonProcessingException e) {
            throw unreadable(number, file, e);
        }
    }

    private static IllegalArgumentException unreadable(int number, Path file, Exception reason) {
        return new IllegalArgumentException(
                "line " + number + " of the journal " + file + " cannot be read; delete the file to begin anew",
                reason);
    }

    /** Returns a short text that tells a search from others. */
    private static String search(AttackRun.Level level) {
        return Long.toHexString(StableHash.of(level.attack() + " in " + level.set()));
    }

    /** Tells whether it was this search that has reached the verdict. */
    boolean isOf(AttackRun.Level level) {
        return fields.path("search").asText().equals(search(level));
    }

    int run() {
        return fields.path("run").asInt();
    }

    String sampleId() {
        return fields.path("sample").asText();
    }

    String toLine() {
        return fields.toString();
    }

    Verdict toVerdict(Sample sample, PerturbationSet set, long seed) {
        Effort effort = new Effort(
                fields.path("forwards").asLong(), fields.path("backwards").asLong());
        return switch (fields.path("verdict").asText()) {
            case "broken" -> new Verdict.Broken(counterexample(sample, set, seed), effort);
            case "certified" ->
                new Verdict.Certified(
                        sample,
                        new Certificate(
                                BoundMethod.valueOf(fields.path("method").asText()),
                                fields.path("margin").asDouble()),
                        effort);
            case "unbroken" -> new Verdict.Unbroken(sample, effort);
            default ->
                throw new IllegalArgumentException("a journal has the verdict " + fields.path("verdict")
                        + ", which this version does not know; delete the journal to begin anew");
        };
    }

    private Counterexample counterexample(Sample sample, PerturbationSet set, long seed) {
        float[] point = floats("point");
        float[] input = new float[sample.shape().size()];
        set.around(sample).toInput(point, input);
        return new Counterexample(
                sample,
                set,
                point,
                input,
                floats("logits"),
                fields.path("attack").asText(),
                seed,
                fields.path("position").asText());
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private float[] floats(String field) {
        try {
            byte[] bytes = fields.path(field).binaryValue();
            float[] values = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return values;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "a journal has an unreadable " + field + " for " + sampleId() + "; delete it to begin anew", e);
        }
    }
}
