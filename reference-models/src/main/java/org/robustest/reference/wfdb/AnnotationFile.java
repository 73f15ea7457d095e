package org.robustest.reference.wfdb;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads annotation files of the MIT format (WFDB {@code annot(5)}), such as {@code 100.atr}. */
public final class AnnotationFile {

    private static final int MOST_BYTES = 1 << 23;
    private static final int LARGEST_ANNOTATION_CODE = 49;
    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;
    private static final int NOTE = 22;
    private static final String TIME_RESOLUTION = "## time resolution:";

    private final Path path;
    private final byte[] bytes;
    private final List<Annotation> annotations = new ArrayList<>();
    private int position;
    private long sample;
    private int channel;
    private int number;

    private AnnotationFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * Reads all annotations of a file.
     *
     * <p>Times are in samples of the record. The file has no checksum, so damage that leaves a valid file is not seen
     * here.
     *
     * @param file the file
     * @return the annotations, in the order of their samples; unmodifiable
     * @throws WfdbException if the file is missing, larger than 8 MiB, has no end mark or something after it, has a
     *     code that the format does not know, goes back in time, or counts time in another unit than samples
     */
    public static List<Annotation> read(Path file) {
        return new AnnotationFile(file, new WfdbFile(file).readAtMost(MOST_BYTES)).read();
    }

    private List<Annotation> read() {
        while (true) {
            int at = position;
            int word = word();
            if (word == 0) {
                requireNothingAfterTheEnd();
                return List.copyOf(annotations);
            }
            int code = word >> 10;
            int value = word & 0x3ff;
            if (code == SKIP) {
                if (value != 0) {
                    throw WfdbException.atByte(path, at, "a skip with interval 0", "interval " + value);
                }
                sample += longWord();
            } else if (code > LARGEST_ANNOTATION_CODE) {
                modifyLast(code, value, at);
            } else {
                add(code, value, at);
            }
        }
    }

    private void add(int code, int interval, int at) {
        if (code == 0) {
            throw WfdbException.atByte(path, at, "an annotation code from 1", "code 0 that is no end mark");
        }
        sample += interval;
        long earliest = annotations.isEmpty() ? 0 : last().sample();
        if (sample < earliest) {
            throw WfdbException.atByte(
                    path, at, "an annotation at sample " + earliest + " or later", "one at " + sample);
        }
        annotations.add(new Annotation(sample, code, 0, channel, number, ""));
    }

    private void modifyLast(int code, int value, int at) {
        if (annotations.isEmpty()) {
            throw WfdbException.atByte(path, at, "an annotation before its modifiers", "a modifier of code " + code);
        }
        Annotation last = last();
        int subtype = last.subtype();
        String text = last.text();
        switch (code) {
            case NUM -> number = (byte) value;
            case SUB -> subtype = (byte) value;
            case CHN -> channel = value & 0xff;
            case AUX -> text = text(value);
            default -> throw WfdbException.atByte(path, at, "a code up to 49 or from 59", "code " + code);
        }
        if (last.code() == NOTE && text.startsWith(TIME_RESOLUTION)) {
            throw WfdbException.atByte(path, at, "times in samples", "a statement of " + WfdbException.quoted(text));
        }
        annotations.set(
                annotations.size() - 1, new Annotation(last.sample(), last.code(), subtype, channel, number, text));
    }

    private Annotation last() {
        return annotations.get(annotations.size() - 1);
    }

    /** An odd number of characters is followed by one byte that keeps words aligned. */
    private String text(int length) {
        int padded = length + length % 2;
        require(padded);
        String text = new String(bytes, position, length, StandardCharsets.ISO_8859_1);
        position += padded;
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    private int word() {
        require(2);
        int word = (bytes[position] & 0xff) | (bytes[position + 1] & 0xff) << 8;
        position += 2;
        return word;
    }

    /** The order of the PDP-11: the high word first, each with its low byte first. */
    private int longWord() {
        int high = word();
        return high << 16 | word();
    }

    private void require(int count) {
        if (bytes.length - position < count) {
            throw WfdbException.atByte(
                    path,
                    position,
                    count + " more bytes, and an end mark after the last annotation",
                    (bytes.length - position) + " bytes: the file was cut off");
        }
    }

    private void requireNothingAfterTheEnd() {
        for (int i = position; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                throw WfdbException.atByte(path, i, "nothing after the end mark", "byte " + (bytes[i] & 0xff));
            }
        }
    }
}
