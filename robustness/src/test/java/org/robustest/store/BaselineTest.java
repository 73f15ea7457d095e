package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private static final Circumstances USUAL =
            new Circumstances("PGD(steps=40)", "1.0", "unlimited", 0, "data", "model");

    @TempDir
    Path root;

    static BaselineEntry entry(String test, double robust, double certified) {
        return new BaselineEntry(test, 0.01, robust, certified, 160, USUAL);
    }

    @Test
    void isTheSameAfterItWasWrittenAndReadAndSortedWhateverTheOrder() throws IOException {
        Path file = Baseline.file(root, "org.example.BeatTest", "");
        BaselineEntry large = new BaselineEntry("a", 0.05, 1.0 / 3, 0, 3, USUAL);
        Baseline one = Baseline.empty().with(entry("b", 0.5, 0.25)).with(large).with(entry("a", 0.75, 0.5));
        Baseline other = Baseline.empty()
                .with(entry("a", 0.75, 0.5))
                .with(entry("b", 0.5, 0.25))
                .with(large);
        one.write(file);
        assertThat(Baseline.read(file)).isEqualTo(one).isEqualTo(other);
        assertThat(Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")))
                .extracting(line -> line.split("\t")[0] + " " + line.split("\t")[1])
                .containsExactly("a 0.01", "a 0.05", "b 0.01");
        assertThat(file).isEqualTo(root.resolve("org/example/BeatTest/baseline.txt"));
    }

    @Test
    void aClassWithoutAFileHasNoEntries() throws IOException {
        assertThat(Baseline.read(root.resolve("none.txt"))).isEqualTo(Baseline.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD",
                "a\t0.1",
                "a\tx\t1\t1\t1\t0\tb\tv\tm\ts\tp",
                "a\t0.1\t1.5\t1\t1\t0\tb\tv\tm\ts\tp"
            })
    void aLineThatIsNoneIsNamed(String line) throws IOException {
        Path file = Files.writeString(root.resolve("baseline.txt"), "# title\n" + line + "\n");
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 of the baseline " + file)
                .hasMessageContaining("restore it from version control");
    }

    @Test
    void worseByMoreThanTheToleranceIsWorse() {
        BaselineEntry then = entry("stays", 0.80, 0.30);
        assertThat(entry("stays", 0.79, 0.30).comparedWith(then, 0.01)).isEqualTo(new Comparison.Known());
        assertThat(entry("stays", 0.78, 0.30).comparedWith(then, 0.01))
                .asString()
                .contains("robust accuracy 0.8000 -> 0.7800 (-0.0200)", "tolerance of 0.01", "stays at epsilon = 0.01");
        assertThat(entry("stays", 0.90, 0.20).comparedWith(then, 0.01)).isInstanceOf(Comparison.Worse.class);
    }

    @Test
    void betterSaysByHowMuch() {
        assertThat(entry("stays", 0.85, 0.30).comparedWith(entry("stays", 0.80, 0.30), 0))
                .isEqualTo(
                        new Comparison.Improved(
                                "stays at epsilon = 0.01: robust 0.8000 -> 0.8500 (+0.0500), certified 0.3000 -> 0.3000 (+0.0000)"));
    }

    @Test
    void otherCircumstancesAreNotComparedButAnotherModelOrSeedIs() {
        BaselineEntry then = entry("stays", 0.80, 0.30);
        for (Circumstances other : List.of(
                new Circumstances("PGD(steps=80)", "1.0", "unlimited", 0, "data", "model"),
                new Circumstances("PGD(steps=40)", "1.1", "unlimited", 0, "data", "model"),
                new Circumstances("PGD(steps=40)", "1.0", "60 s", 0, "data", "model"),
                new Circumstances("PGD(steps=40)", "1.0", "unlimited", 0, "other data", "model"))) {
            assertThat(new BaselineEntry("stays", 0.01, 0.9, 0.3, 160, other).comparedWith(then, 0.01))
                    .isInstanceOf(Comparison.Refused.class)
                    .asString()
                    .contains("cannot be compared", "-Drobustest.baseline=update");
        }
        Circumstances retrained = new Circumstances("PGD(steps=40)", "1.0", "unlimited", 7, "data", "other model");
        assertThat(new BaselineEntry("stays", 0.01, 0.8, 0.3, 160, retrained).comparedWith(then, 0))
                .isEqualTo(new Comparison.Known());
    }

    @Test
    void isRaisedButNotLowered() {
        assertThat(entry("stays", 0.85, 0.20).raisedBy(entry("stays", 0.80, 0.30)))
                .isEqualTo(entry("stays", 0.85, 0.30));
    }
}
