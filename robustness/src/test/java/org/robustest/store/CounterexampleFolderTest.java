package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.smooth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.perturbation.PerturbationSet;

class CounterexampleFolderTest {

    @TempDir
    Path root;

    private CounterexampleFolder folder;

    @BeforeEach
    void open() {
        folder = CounterexampleFolder.of(root, "org.example.BeatTest", "staysCorrect");
    }

    private static StoredCounterexample in(PerturbationSet set) {
        return Shrinking.shrink(Plane.counterexample(set), Plane.model(), "0123abcd");
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        for (StoredCounterexample original : List.of(in(linf(1)), in(smooth(1)))) {
            Path file = folder.add(original);
            StoredCounterexample read = folder.read().entries().stream()
                    .filter(entry -> entry.file().equals(file))
                    .findFirst()
                    .orElseThrow()
                    .counterexample();
            assertThat(read.finding()).isEqualTo(original.finding());
            assertThat(read.input()).isEqualTo(original.input());
            assertThat(read.point()).isEqualTo(original.point());
        }
        assertThat(folder.read().refused()).isEmpty();
    }

    @Test
    void isNamedAfterClassMethodAndSample() throws IOException {
        Path file = folder.add(in(linf(1)));
        assertThat(root.relativize(file).toString().replace('\\', '/'))
                .matches("org/example/BeatTest/staysCorrect/near-[0-9a-f]{8}\\.json");
    }

    @Test
    void isReadableAndKeepsTheFloatsBesideIt() throws IOException {
        StoredCounterexample original = in(linf(1));
        Path file = folder.add(original);
        assertThat(Files.readString(file))
                .contains("\"sample\" : \"near\"", "\"label\" : 1", "\"prediction\" : 0", "\"set\" : \"linf(1.0)\"")
                .contains("\"seed\" : 0", "\"model\" : \"0123abcd\"", "\"shape\" : [ 1, 4 ]");
        Path floats = only(folder.path(), ".f32");
        // 0.5F in IEEE 754 is 0x3f000000, its last byte first on disk.
        assertThat(Hash.bytes(new float[] {0.5F})).containsExactly(0, 0, 0, 0x3f);
        assertThat(Files.readAllBytes(floats)).isEqualTo(Hash.bytes(original.input()));
    }

    @Test
    void tellsWhichFilesBelongTogether() throws IOException {
        folder.put(in(linf(2)));
        Path plain = folder.put(in(linf(1)));
        assertThat(CounterexampleFolder.filesOf(plain))
                .hasSize(2)
                .startsWith(plain)
                .allSatisfy(file -> assertThat(file).exists().hasParent(folder.path()));

        Path parametric = folder.add(in(smooth(1)));
        assertThat(CounterexampleFolder.filesOf(parametric))
                .hasSize(3)
                .allSatisfy(file -> assertThat(file).exists());

        Path other = Files.writeString(root.resolve("other.json"), "{}");
        assertThatThrownBy(() -> CounterexampleFolder.filesOf(other))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(other + ": its field \"input\" is missing");
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    void addsBesideWhatIsThereAndPutsInItsPlace() throws IOException {
        Path first = folder.add(in(linf(1)));
        String before = Files.readString(first);
        Path second = folder.add(in(linf(2)));
        assertThat(second).isNotEqualTo(first);
        assertThat(first).hasContent(before);
        assertThat(folder.read().entries()).hasSize(2);

        assertThat(folder.put(in(linf(2)))).isEqualTo(first);
        assertThat(folder.read().entries()).hasSize(2);
        assertThat(folder.read().refused()).isEmpty();
    }

    @Test
    void noNameLeadsOutOfTheRoot() {
        for (String name :
                List.of("../../etc", "..", "/etc/passwd", "a/../../b", "C:\\x", "a\0b", "", "con/..", "ä ö")) {
            Path path = CounterexampleFolder.of(root, "org." + name, name).path();
            assertThat(path.normalize()).as(name).isEqualTo(path).startsWithRaw(root);
            assertThat(FileName.of(name)).as(name).matches("[A-Za-z0-9_-]+");
        }
        assertThat(FileName.of("a/b")).isNotEqualTo(FileName.of("a.b"));
    }

    @Test
    void aFileThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path file = folder.add(in(linf(1)));
        Path floats = only(folder.path(), ".f32");
        Path outside = root.resolve(floats.getFileName());
        Files.move(floats, outside);
        String text = Files.readString(file);
        for (String way : List.of("../../../../", outside.getParent() + "/", "..\\\\")) {
            Files.writeString(
                    file, text.replace("\"near", "\"" + way + "near").replace("\"" + way + "near\"", "\"near\""));
            assertThat(refusals()).singleElement().asString().contains("the plain name of a file in the same folder");
        }
        Files.writeString(file, text);
        assertThat(refusals()).singleElement().asString().contains("is missing; restore it");
        Files.createSymbolicLink(floats, outside);
        assertThat(refusals()).singleElement().asString().contains("is not a regular file");
    }

    private List<Refusal> refusals() {
        assertThat(folder.read().entries()).isEmpty();
        return folder.read().refused();
    }

    @Test
    void whatIsForeignOrTooLargeIsNamedAndLeftAlone() throws IOException {
        Files.createDirectories(folder.path());
        Path note = Files.writeString(folder.path().resolve("note.md"), "hello");
        Path large = Files.write(folder.path().resolve("large.json"), new byte[1 << 20]);
        Path older = Files.writeString(folder.path().resolve("older.json"), "{\"format\":\"something-else\"}");
        Files.writeString(folder.path().resolve(".gitattributes"), "*.f32 binary");
        assertThat(refusals())
                .extracting(Refusal::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith(note + ": it is no counterexample"),
                        text -> assertThat(text)
                                .startsWith(large + ": large.json has 1048576 bytes, but is allowed 65536"),
                        text -> assertThat(text).startsWith(older + ": its field \"format\" is \"something-else\""));
        assertThat(note).exists();
        assertThat(large).exists();
        assertThat(older).exists();
    }

    @Test
    void tenThousandMalformedFilesGiveTenThousandClearMessages() throws IOException {
        Path file = folder.add(in(linf(1)));
        byte[] json = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            // Without its floats it is malformed even where the damage is one that JSON does not show.
            byte[] damaged = new String(Damage.of(json, random), StandardCharsets.ISO_8859_1)
                    .replace(".f32", ".f64")
                    .getBytes(StandardCharsets.ISO_8859_1);
            Files.write(folder.path().resolve("malformed" + i + ".json"), damaged);
        }
        CounterexampleFolder.Contents contents = folder.read();
        assertThat(contents.entries()).hasSize(1);
        assertThat(contents.refused()).hasSize(10_000);
        assertThat(contents.refused().stream().map(Refusal::file).distinct()).hasSize(10_000);
        contents.refused().forEach(refusal -> isClear(refusal.reason()));
        assertThat(contents.unreadable("the test").orElseThrow().lines())
                .hasSize(21)
                .first()
                .asString()
                .startsWith("10000 files were refused beside the stored counterexamples of the test,");
    }

    @Test
    void damagedFloatsAreNotReplayed() throws IOException {
        folder.add(in(linf(1)));
        Path floats = only(folder.path(), ".f32");
        byte[] values = Files.readAllBytes(floats);
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            Files.write(floats, Damage.of(values, random));
            assertThat(refusals())
                    .singleElement()
                    .extracting(Refusal::reason)
                    .satisfies(CounterexampleFolderTest::isClear);
        }
    }

    private static void isClear(String reason) {
        assertThat(reason)
                .hasSizeBetween(20, 700)
                .containsPattern("; (restore|use|remove|put|see|keep) ")
                .doesNotContain("Exception");
    }
}
