package org.robustest.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** The first line of a {@link Journal}: all that its verdicts depend on. */
final class JournalHead {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORM = 3;

    private final ObjectNode fields = JSON.createObjectNode();

    private JournalHead() {
        fields.put("robustest journal", String.valueOf(FORM));
        fields.put("version", version());
    }

    static JournalHead empty() {
        return new JournalHead();
    }

    /** Returns this head with something else that the verdicts depend on. */
    JournalHead with(String name, Object value) {
        fields.put(name, value.toString());
        return this;
    }

    private static String version() {
        return Optional.ofNullable(JournalHead.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }

    String toLine() {
        return fields.toString();
    }

    void requireSame(String line, Path file) {
        JsonNode found = parse(line, file);
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.path(name).equals(found.path(name))) {
                throw new IllegalArgumentException("the journal " + file + " is that of another evaluation: its " + name
                        + " is " + found.path(name) + ", and that of this one " + fields.path(name)
                        + "; give this evaluation another file, or delete this one to begin anew");
            }
        }
    }

    private static JsonNode parse(String line, Path file) {
        try {
            JsonNode found = JSON.readTree(line);
            if (found.has("robustest journal")) {
                return found;
            }
        } catch (JsonProcessingException e) {
            throw noJournal(file, e);
        }
        throw noJournal(file);
    }

    static IllegalArgumentException noJournal(Path file) {
        return new IllegalArgumentException(notice(file));
    }

    private static IllegalArgumentException noJournal(Path file, Exception cause) {
        return new IllegalArgumentException(notice(file), cause);
    }

    private static String notice(Path file) {
        return file + " is no journal of an evaluation; nothing was changed in it. Give the journal another file";
    }
}
