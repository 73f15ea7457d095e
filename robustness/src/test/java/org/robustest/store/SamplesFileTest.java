package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class SamplesFileTest {

    private static final Samples SAMPLES = Samples.builder(Shape.of(1, 3), List.of("normal", "früh\n\"S\""))
            .within(-1, 1)
            .add("patient 7, beat 1", new float[] {0, -0f, 1}, 0)
            .add("a\tb=c\nd", new float[] {0.1f, Float.MIN_VALUE, Float.NaN}, 1, Map.of("patient", "7\n", "é", ""))
            .build();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("deeper/beats.samples");
        SamplesFile.write(SAMPLES, file);
    }

    @Test
    void givesBackWhatWasWritten() {
        Samples read = SamplesFile.read(file);
        assertThat(read.shape()).isEqualTo(SAMPLES.shape());
        assertThat(read.classNames()).isEqualTo(SAMPLES.classNames());
        assertThat(read.range()).isEqualTo(SAMPLES.range());
        assertThat(read.size()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            Sample sample = read.get(i);
            Sample expected = SAMPLES.get(i);
            assertThat(sample.id()).isEqualTo(expected.id());
            assertThat(sample.label()).isEqualTo(expected.label());
            assertThat(sample.tags()).isEqualTo(expected.tags());
            assertThat(sample.input()).containsExactly(expected.input());
        }
    }

    @Test
    void keepsThatTheRangeIsUnboundedAndThatThereIsNoSample() {
        SamplesFile.write(Samples.builder(Shape.of(2), List.of("a", "b")).build(), file);
        assertThat(SamplesFile.read(file).size()).isZero();
        assertThat(SamplesFile.read(file).range().isBounded()).isFalse();
    }

    @Test
    void sameSamplesGiveTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(file);
        SamplesFile.write(SamplesFile.read(file), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    /** A change to the white space of the first line takes nothing away. */
    @Test
    void refusesWhateverElseIsThere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] damaged = Damage.of(whole, random);
            Files.write(file, damaged);
            try {
                assertThat(Hash.of(SamplesFile.read(file)))
                        .as(() -> new String(damaged, StandardCharsets.ISO_8859_1))
                        .isEqualTo(Hash.of(SAMPLES));
            } catch (IllegalArgumentException e) {
                assertThat(e)
                        .hasMessageStartingWith(
                                file.toAbsolutePath() + " does not hold samples as SamplesFile writes them: ");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(9_990);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 1]++;
        Files.write(file, whole);
        assertThatThrownBy(() -> SamplesFile.read(file))
                .hasMessageEndingWith(
                        "it is not what was written; restore it from version control, and mark such files as"
                                + " binary there");
        Files.write(file, Arrays.copyOf(whole, 10));
        assertThatThrownBy(() -> SamplesFile.read(file)).hasMessageContaining("line 1 has no end");
        Files.writeString(file, "{\"format\":\"robustest-samples\",\"version\":2}\n");
        assertThatThrownBy(() -> SamplesFile.read(file))
                .hasMessageEndingWith(
                        "it is of version 2, but this Robustest reads version 1; write it anew with this one");
        Files.writeString(file, "{}\n");
        assertThatThrownBy(() -> SamplesFile.read(file))
                .hasMessageEndingWith("line 1 does not say that its format is \"robustest-samples\"");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(() -> SamplesFile.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read the samples in " + folder.resolve("none"));
    }
}
