package org.robustest.reference.mat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.robustest.reference.data.Damage;
import org.robustest.reference.data.ReaderContract;

class MatFuzzTest {

    /** What is inflated may be a hundred times as long, and stands in memory a few times. */
    private static final long BYTES_PER_BYTE = 1_000;

    private static final Path FOLDER = ReaderContract.folder("mat");

    @Property(seed = "1", tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aDamagedFileOfLevel4IsReadOrRefused(@ForAll("level4") byte[] bytes) {
        holds(bytes);
    }

    @Property(seed = "2", tries = 600, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aDamagedFileOfLevel5IsReadOrRefused(@ForAll("level5") byte[] bytes) {
        holds(bytes);
    }

    @Property(seed = "3", tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aDamagedCompressedFileIsReadOrRefused(@ForAll("compressed") byte[] bytes) {
        holds(bytes);
    }

    @Property(seed = "4", tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noiseIsReadOrRefused(@ForAll byte[] bytes) {
        holds(bytes);
    }

    private static void holds(byte[] bytes) {
        ReaderContract.holds(FOLDER.resolve("f.mat"), bytes, BYTES_PER_BYTE, MatFile::read);
    }

    @Provide
    Arbitrary<byte[]> level4() {
        short[][] rows = {{1, 2, 3}, {4, 5, 6}};
        return Arbitraries.oneOf(
                Damage.of(MatFiles.level4("val", rows, ByteOrder.LITTLE_ENDIAN)),
                Damage.of(MatFiles.level4("val", rows, ByteOrder.BIG_ENDIAN)));
    }

    @Provide
    Arbitrary<byte[]> level5() throws IOException {
        return Damage.of(structure(false)).map(MatFuzzTest::withTheLettersOfItsHeader);
    }

    @Provide
    Arbitrary<byte[]> compressed() throws IOException {
        return Damage.of(structure(true)).map(MatFuzzTest::withTheLettersOfItsHeader);
    }

    private static byte[] structure(boolean compressed) throws IOException {
        Path whole = FOLDER.resolve("whole.mat");
        MatFiles.writeStructure(whole, new double[][] {{1, 2, 3}, {4, 5, 6}}, "Male", 70, compressed);
        return Files.readAllBytes(whole);
    }

    /** Most damage would stand in the header, which says nothing but this, and be found at once. */
    private static byte[] withTheLettersOfItsHeader(byte[] bytes) {
        if (bytes.length >= 128) {
            bytes[0] = 'M';
            bytes[1] = 'A';
            bytes[2] = 'T';
            bytes[3] = 'L';
            bytes[126] = 'I';
            bytes[127] = 'M';
        }
        return bytes;
    }

    @Property(seed = "5", tries = 1)
    void anUndamagedFileIsRead() throws IOException {
        assertThat(ReaderContract.holds(FOLDER.resolve("f.mat"), structure(false), BYTES_PER_BYTE, MatFile::read))
                .isTrue();
        assertThat(ReaderContract.holds(FOLDER.resolve("f.mat"), structure(true), BYTES_PER_BYTE, MatFile::read))
                .isTrue();
    }
}
