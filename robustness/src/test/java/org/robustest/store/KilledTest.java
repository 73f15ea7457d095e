package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed between two file operations, or in the middle of one, leaves what is on disk old or new. */
class KilledTest {

    @TempDir
    Path root;

    /** Does a number of operations and no more; of the one after that, half. */
    private static final class Dying implements FileOperations {
        private final int lifetime;
        private int done;

        Dying(int lifetime) {
            this.lifetime = lifetime;
        }

        @Override
        public void createFolder(Path folder) throws IOException {
            live();
            Disk.AWAITED.createFolder(folder);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            if (done == lifetime) {
                Disk.AWAITED.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            live();
            Disk.AWAITED.write(file, bytes);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            live();
            Disk.AWAITED.move(from, to);
        }

        @Override
        public void remove(Path file) throws IOException {
            live();
            Disk.AWAITED.remove(file);
        }

        private void live() throws IOException {
            if (done++ >= lifetime) {
                throw new IOException("killed");
            }
        }
    }

    private static StoredCounterexample in(double epsilon) {
        return StoredCounterexample.of(Plane.counterexample(linf(epsilon)), "m");
    }

    private CounterexampleFolder folder(String name, FileOperations operations) {
        return CounterexampleFolder.of(root.resolve(name), "org.example.BeatTest", "stays", operations);
    }

    /** Creating the folder, writing and moving, for the floats and for what they are. */
    private static final int OPERATIONS = 6;

    @Test
    void aCounterexampleInPlaceOfAnotherIsTheOldOrTheNewOne() throws IOException {
        StoredCounterexample old = in(1);
        StoredCounterexample other = in(2);
        for (int lifetime = 0; lifetime < OPERATIONS; lifetime++) {
            String name = "put" + lifetime;
            folder(name, Disk.AWAITED).put(old);
            CounterexampleFolder dying = folder(name, new Dying(lifetime));
            assertThatThrownBy(() -> dying.put(other)).hasMessage("killed");
            requireExactly(folder(name, Disk.AWAITED), List.of(old));
        }
        folder("put", new Dying(OPERATIONS)).put(other);
        requireExactly(folder("put", Disk.AWAITED), List.of(other));
    }

    @Test
    void aCounterexampleThatIsAddedIsThereOrNot() throws IOException {
        StoredCounterexample old = in(1);
        StoredCounterexample other = in(2);
        for (int lifetime = 0; lifetime < OPERATIONS; lifetime++) {
            String name = "add" + lifetime;
            folder(name, Disk.AWAITED).add(old);
            CounterexampleFolder dying = folder(name, new Dying(lifetime));
            assertThatThrownBy(() -> dying.add(other)).hasMessage("killed");
            requireExactly(folder(name, Disk.AWAITED), List.of(old));
            folder(name, Disk.AWAITED).add(other);
            requireExactly(folder(name, Disk.AWAITED), List.of(other, old));
        }
    }

    /** Writes over and over what has to be whole whenever that ends. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            Path root = Path.of(arguments[0]);
            CounterexampleFolder folder = CounterexampleFolder.of(root, "org.example.BeatTest", "stays");
            List<StoredCounterexample> each = List.of(in(1), in(2));
            for (int round = 0; true; round++) {
                folder.put(each.get(round % 2));
                baseline(round % 2).write(root.resolve("baseline.txt"));
            }
        }
    }

    private static Baseline baseline(int which) {
        return Baseline.empty().with(BaselineTest.entry("stays", which, 0)).with(BaselineTest.entry("holds", which, 0));
    }

    @Test
    void aProcessThatIsKilledLeavesNothingHalf() throws IOException, InterruptedException {
        CounterexampleFolder folder = CounterexampleFolder.of(root, "org.example.BeatTest", "stays");
        Path file = root.resolve("baseline.txt");
        for (int kill = 0; kill < 5; kill++) {
            baseline(0).write(file);
            FileTime before = Files.getLastModifiedTime(file);
            Process writer = start();
            waitForChange(file, before);
            Thread.sleep(37L * kill);
            writer.destroyForcibly().waitFor();
            assertThat(folder.read().refused()).isEmpty();
            assertThat(folder.read().entries())
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(entry.counterexample().finding().epsilon())
                                    .isIn(1.0, 2.0));
            assertThat(Baseline.read(file)).isIn(baseline(0), baseline(1));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void waitForChange(Path file, FileTime before) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.getLastModifiedTime(file).equals(before)) {
            assertThat(System.nanoTime()).as("the writer writes").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static void requireExactly(CounterexampleFolder folder, List<StoredCounterexample> expected) {
        CounterexampleFolder.Contents contents = folder.read();
        assertThat(contents.refused()).isEmpty();
        assertThat(contents.entries())
                .extracting(entry -> entry.counterexample().finding())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(StoredCounterexample::finding).toList());
        assertThat(contents.entries())
                .allSatisfy(entry -> assertThat(expected)
                        .anyMatch(each -> Arrays.equals(
                                each.input(), entry.counterexample().input())));
    }

    @Test
    void aBaselineIsTheOldOrTheNewOne() throws IOException {
        Path file = root.resolve("baseline.txt");
        Baseline old = Baseline.empty().with(BaselineTest.entry("first", 0.5, 0.25));
        Baseline raised = old.with(BaselineTest.entry("second", 0.75, 0.25));
        for (int lifetime = 0; lifetime < OPERATIONS / 2; lifetime++) {
            old.write(file);
            FileOperations dying = new Dying(lifetime);
            assertThatThrownBy(() -> raised.write(file, dying)).hasMessage("killed");
            assertThat(Baseline.read(file)).isEqualTo(old);
        }
        raised.write(file, new Dying(OPERATIONS / 2));
        assertThat(Baseline.read(file)).isEqualTo(raised);
    }
}
