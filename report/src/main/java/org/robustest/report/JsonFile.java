package org.robustest.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.robustest.store.AtomicFile;

/** A JSON file of a format and a version, which is read as a whole or refused by a message that names file and field. */
final class JsonFile<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .withConfigOverride(
                    Double.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .withConfigOverride(
                    ResultData.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .withConfigOverride(
                    CounterexampleData.class,
                    override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .build();

    private final Class<T> type;
    private final String format;
    private final int version;
    private final long mostBytes;

    JsonFile(Class<T> type, String format, int version, long mostBytes) {
        this.type = type;
        this.format = format;
        this.version = version;
        this.mostBytes = mostBytes;
    }

    static JsonMapper mapper() {
        return JSON;
    }

    void write(Path file, T content) throws IOException {
        AtomicFile.write(file, JSON.writeValueAsBytes(content));
    }

    /**
     * Reads a file.
     *
     * @throws RefusedReportException if it is missing, too large, damaged, of another format, or of another version
     */
    T read(Path file) throws RefusedReportException {
        byte[] bytes = bytes(file);
        try {
            JsonNode node = JSON.readTree(bytes);
            checkHead(file, node);
            return JSON.treeToValue(node, type);
        } catch (JsonMappingException e) {
            throw new RefusedReportException(
                    file, "its field " + field(e) + " is damaged (" + firstLine(e) + "); run the tests anew");
        } catch (JsonProcessingException e) {
            throw new RefusedReportException(file, "it is no JSON (" + firstLine(e) + "); run the tests anew");
        } catch (RefusedReportException e) {
            throw e;
        } catch (IOException e) {
            throw new RefusedReportException(file, "it cannot be decoded (" + e.getMessage() + "); run the tests anew");
        }
    }

    private byte[] bytes(Path file) throws RefusedReportException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedReportException(
                        file,
                        Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                                ? "it is not a regular file; name the file itself"
                                : "there is no such file; run the tests first");
            }
            long size = Files.size(file);
            if (size > mostBytes) {
                throw new RefusedReportException(
                        file, "it has " + size + " bytes, but is allowed " + mostBytes + "; run fewer tests at once");
            }
            return Files.readAllBytes(file);
        } catch (RefusedReportException e) {
            throw e;
        } catch (IOException e) {
            throw new RefusedReportException(file, "it cannot be read (" + e + "); see that this user may read it");
        }
    }

    private void checkHead(Path file, JsonNode node) throws RefusedReportException {
        JsonNode found = node.path("format");
        if (!found.isTextual() || !found.textValue().equals(format)) {
            throw new RefusedReportException(
                    file,
                    "its field \"format\" " + described(found) + ", but must be \"" + format
                            + "\"; it is another program's file, leave it out");
        }
        JsonNode foundVersion = node.path("version");
        if (!foundVersion.isInt() || foundVersion.intValue() != version) {
            throw new RefusedReportException(
                    file,
                    "its field \"version\" " + described(foundVersion) + ", but this Robustest reads version " + version
                            + "; use the Robustest that wrote it, or run the tests anew");
        }
    }

    private static String described(JsonNode value) {
        if (value.isMissingNode()) {
            return "is missing";
        }
        String text = value.toString();
        return "is " + (text.length() <= 60 ? text : text.substring(0, 60) + "...");
    }

    private static String field(JsonMappingException e) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.isEmpty() ? "at the top" : "\"" + field + "\"";
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("no reason given");
    }
}
