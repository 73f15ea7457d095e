package org.robustest.reference.mitbih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of 800 samples with normal beats at 200, 500 and 700, in format 16. */
class RecordBeatsTest {

    private static final int LENGTH = 800;
    private static final String HEADER = "100 1 360 800\n";
    private static final String SIGNAL = "100.dat 16 200 11 1024 0 0 0 MLII\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSignal() throws IOException {
        Files.write(folder.resolve("100.dat"), new byte[2 * LENGTH]);
        writeNormalBeats(200, 300, 200);
    }

    @Test
    void cutsABeatFromEachPeakToThePeakAfterIt() throws IOException {
        write(HEADER + SIGNAL);

        RecordBeats beats = RecordBeats.read(folder, "100");

        assertThat(beats.lead()).isEqualTo("MLII");
        assertThat(beats.beats()).hasSize(2).allSatisfy(beat -> assertThat(beat).hasSize(187));
    }

    @Test
    void refusesRecordsOfOtherDatabases() throws IOException {
        refuses("100 1 250 800\n" + SIGNAL, "was sampled at 250.0 Hz instead of 360.0");
        refuses("100 0 360 800\n", "has no signal");
        refuses("100 1 360\n" + SIGNAL, "states no number of samples, or no checksum");
        refuses(HEADER + "100.dat 16 200 11 1024\n", "states no number of samples, or no checksum");
        refuses(
                HEADER + "100.dat 16 200/mmHg 11 1024 0 0 0 ABP\n",
                "has no lead MLII, and its first signal, \"ABP\", is no voltage");
    }

    @Test
    void refusesAnnotationsAfterTheEnd() throws IOException {
        writeNormalBeats(200, 300, 300);
        refuses(HEADER + SIGNAL, "has 800 samples, but an annotation of a beat after them");
    }

    private void refuses(String header, String problem) throws IOException {
        write(header);
        assertThatThrownBy(() -> RecordBeats.read(folder, "100"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "record 100 in " + folder + " is none of the MIT-BIH Arrhythmia Database: it " + problem);
    }

    private void write(String header) throws IOException {
        Files.writeString(folder.resolve("100.hea"), header);
    }

    /** The code of a normal beat is 1, in the upper 6 bits of a word; the others are the time since the one before. */
    private void writeNormalBeats(int... intervals) throws IOException {
        byte[] words = new byte[2 * intervals.length + 2];
        for (int i = 0; i < intervals.length; i++) {
            int word = 1 << 10 | intervals[i];
            words[2 * i] = (byte) word;
            words[2 * i + 1] = (byte) (word >> 8);
        }
        Files.write(folder.resolve("100.atr"), words);
    }
}
