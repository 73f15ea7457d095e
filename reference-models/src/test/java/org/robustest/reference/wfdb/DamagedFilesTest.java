package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damages the files of a record at random: whatever comes of it, a record or a {@link WfdbException}, nothing else may. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DamagedFilesTest {

    private static final int ROUNDS = 2_000;
    private static final String HEADER_CHARACTERS = "0123456789+-./:()xeEr \t\r\n#mV~\0\u00ff";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRecord() {
        RecordFiles.write(folder);
    }

    @Test
    void aDamagedHeaderIsRefusedOrGivesNoMoreSamplesThanTheFileHolds() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("r.hea"));
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(folder.resolve("r.hea"), damagedText(whole, random));
            try {
                for (WfdbSignal signal : WfdbRecord.read(folder, "r").signals()) {
                    assertThat(signal.sampleCount()).isLessThanOrEqualTo(8);
                }
            } catch (WfdbException e) {
                assertThat(e).hasMessageContaining("expected").hasMessageContaining("found");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void aDamagedSignalFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("r.dat"));
        SplittableRandom random = new SplittableRandom(2);
        int unseen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole, random);
            Files.write(folder.resolve("r.dat"), damaged);
            try {
                WfdbRecord.read(folder, "r");
                unseen += Arrays.equals(damaged, whole) ? 0 : 1;
            } catch (WfdbException e) {
                assertThat(e).hasMessageContaining("r.dat");
            }
        }
        assertThat(unseen)
                .as("damages that leave both 16-bit sums as they were")
                .isLessThan(ROUNDS / 100);
    }

    @Test
    void damagedAnnotationsAreInOrderOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("r.atr"));
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(folder.resolve("r.atr"), damaged(whole, random));
            try {
                List<Annotation> annotations = AnnotationFile.read(folder.resolve("r.atr"));
                assertThat(annotations).extracting(Annotation::sample).isSorted();
                assertThat(annotations).extracting(Annotation::code).allMatch(code -> code >= 1 && code <= 49);
            } catch (WfdbException e) {
                assertThat(e).hasMessageContaining("r.atr, byte ");
            }
        }
    }

    @Test
    void noiseIsRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            Files.write(folder.resolve("r.hea"), noise);
            Files.write(folder.resolve("r.atr"), noise);
            try {
                WfdbRecord.read(folder, "r");
                AnnotationFile.read(folder.resolve("r.atr"));
            } catch (WfdbException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        }
    }

    private static byte[] damagedText(byte[] whole, SplittableRandom random) {
        byte[] damaged = damaged(whole, random);
        if (damaged.length > 0 && random.nextInt(4) > 0) {
            damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) HEADER_CHARACTERS.charAt(random.nextInt(HEADER_CHARACTERS.length()));
            }
        }
        return damaged;
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0:
                return Arrays.copyOf(whole, random.nextInt(whole.length + 20));
            case 1:
                int from = random.nextInt(whole.length);
                return Arrays.copyOfRange(whole, from, whole.length);
            case 2:
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            default:
                byte[] replaced = whole.clone();
                for (int i = random.nextInt(8); i >= 0; i--) {
                    replaced[random.nextInt(whole.length)] = (byte) random.nextInt(256);
                }
                return replaced;
        }
    }
}
