package org.robustest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Predicate;
import org.robustest.samples.Shape;

/** The fields of a JSON object, each of which has to be what it is asked for. */
final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MOST_DIMENSIONS = 8;

    private final ObjectNode node;

    private Fields(ObjectNode node) {
        this.node = node;
    }

    static Fields parse(byte[] bytes) throws RefusedException {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node instanceof ObjectNode fields) {
                return new Fields(fields);
            }
            throw new RefusedException("it is no JSON object, so it is no counterexample; remove it from this folder");
        } catch (JsonProcessingException e) {
            throw new RefusedException(
                    "it is no JSON (" + e.getOriginalMessage() + "); restore it from version control");
        } catch (IOException e) {
            throw new RefusedException(
                    "it cannot be decoded (" + e.getMessage() + "); restore it from version control");
        }
    }

    private JsonNode field(String name, String expected, Predicate<JsonNode> is) throws RefusedException {
        JsonNode value = node.path(name);
        if (!is.test(value)) {
            String found = value.isMissingNode() ? "is missing" : "is " + shortened(value.toString());
            throw new RefusedException("its field \"" + name + "\" " + found + ", but must be " + expected
                    + "; restore it from version control");
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    String text(String name) throws RefusedException {
        return field(
                        name,
                        "a text",
                        value -> value.isTextual() && !value.textValue().isEmpty())
                .textValue();
    }

    String text(String name, String expected, Predicate<String> is) throws RefusedException {
        return field(name, expected, value -> value.isTextual() && is.test(value.textValue()))
                .textValue();
    }

    boolean has(String name) {
        return node.has(name);
    }

    int count(String name) throws RefusedException {
        return field(name, "a whole number, at least 0", value -> value.isInt() && value.intValue() >= 0)
                .intValue();
    }

    long whole(String name) throws RefusedException {
        return field(name, "a whole number", JsonNode::canConvertToLong).longValue();
    }

    double size(String name) throws RefusedException {
        return field(
                        name,
                        "a number, at least 0",
                        value -> value.isNumber() && value.doubleValue() >= 0 && Double.isFinite(value.doubleValue()))
                .doubleValue();
    }

    Shape shape(String name) throws RefusedException {
        JsonNode array = field(
                name,
                "an array of up to " + MOST_DIMENSIONS + " dimensions",
                value -> value.isArray() && !value.isEmpty() && value.size() <= MOST_DIMENSIONS);
        try {
            return ShapeArray.read(array);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("its shape is none: " + e.getMessage() + "; restore it from version control");
        }
    }
}
