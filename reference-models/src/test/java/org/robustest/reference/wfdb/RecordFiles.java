package org.robustest.reference.wfdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of small records, byte by byte as the specification of the format lays them out. */
final class RecordFiles {

    /** The sums are 10 + 20 - 30 + 2047 = 2047 and -1 - 2 - 3 - 2047 = -2053. */
    static final String HEADER = """
            r 2 360 4
            r.dat 212 200 11 1024 10 2047 0 MLII
            r.dat 212 100(5)/uV 11 1024 -1 -2053 0 V5
            # 69 M
            """;

    static final short[][] SIGNALS = {{10, 20, -30, 2047}, {-1, -2, -3, -2047}};

    /** N at 18; A at 18 + 1000 + 40,000 with subtype 1 and text "(AB"; V in channel 1, 5 samples later. */
    static final int[] ANNOTATIONS = {
        word(1, 18),
        word(59, 0),
        0,
        41_000 & 0xffff,
        word(8, 0),
        word(61, 1),
        word(63, 3),
        '(' | 'A' << 8,
        'B',
        word(5, 5),
        word(62, 1),
        0
    };

    private RecordFiles() {}

    static void write(Path folder) {
        write(folder.resolve("r.hea"), HEADER.getBytes(StandardCharsets.ISO_8859_1));
        write(folder.resolve("r.dat"), format212());
        write(folder.resolve("r.atr"), words(ANNOTATIONS));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] format212() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < SIGNALS[0].length; i++) {
            int first = SIGNALS[0][i];
            int second = SIGNALS[1][i];
            bytes.write(first & 0xff);
            bytes.write((first >> 8 & 0x0f) | (second >> 8 & 0x0f) << 4);
            bytes.write(second & 0xff);
        }
        return bytes.toByteArray();
    }

    static int word(int code, int interval) {
        return code << 10 | interval;
    }

    static byte[] words(int... words) {
        byte[] bytes = new byte[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[2 * i] = (byte) words[i];
            bytes[2 * i + 1] = (byte) (words[i] >> 8);
        }
        return bytes;
    }
}
