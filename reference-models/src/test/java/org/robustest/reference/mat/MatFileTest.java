package org.robustest.reference.mat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.reference.data.RealData;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Matrix;

class MatFileTest {

    private static final double[][] ROWS = {{1, -2.5, 3e10}, {0.001, Double.MIN_VALUE, -7}};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAMatrixOfLevel5(boolean compressed) {
        Path file = folder.resolve("a.mat");
        MatFiles.writeMatrix(file, "val", ROWS, compressed);

        assertRows(MatFile.read(file).matrix("val").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsTheFieldsOfAStructure(boolean compressed) {
        Path file = folder.resolve("a.mat");
        MatFiles.writeStructure(file, ROWS, "Female", 49, compressed);

        MatFile mat = MatFile.read(file);

        assertRows(mat.matrix("ECG.data").orElseThrow());
        assertThat(mat.text("ECG.sex")).contains("Female");
        assertThat(mat.matrix("ECG.age").orElseThrow().get(0, 0)).isEqualTo(49);
        assertThat(mat.matrix("ECG")).isEmpty();
    }

    private static void assertRows(MatMatrix matrix) {
        assertThat(matrix).hasToString("2 x 3");
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(matrix.get(row, column)).isEqualTo(ROWS[row][column]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void readsLevel4ColumnByColumn(String order) throws IOException {
        short[][] rows = {{1, -2, 32767}, {-32768, 5, 6}};
        ByteOrder byteOrder = order.startsWith("LITTLE") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Files.write(folder.resolve("a.mat"), MatFiles.level4("val", rows, byteOrder));

        MatMatrix matrix = MatFile.read(folder.resolve("a.mat")).matrix("val").orElseThrow();

        assertThat(matrix).hasToString("2 x 3");
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(matrix.get(row, column)).isEqualTo(rows[row][column]);
            }
        }
    }

    @Test
    void readsEveryPrecisionOfLevel4() throws IOException {
        for (int precision = 0; precision < 6; precision++) {
            ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(10 * precision)
                    .putInt(1)
                    .putInt(2)
                    .putInt(0)
                    .putInt(2)
                    .put((byte) 'x')
                    .put((byte) 0);
            for (int value : new int[] {7, 200}) {
                switch (precision) {
                    case 0 -> bytes.putDouble(value);
                    case 1 -> bytes.putFloat(value);
                    case 2 -> bytes.putInt(value);
                    case 3, 4 -> bytes.putShort((short) value);
                    default -> bytes.put((byte) value);
                }
            }
            Files.write(folder.resolve("a.mat"), Arrays.copyOf(bytes.array(), bytes.position()));

            MatMatrix matrix = MatFile.read(folder.resolve("a.mat")).matrix("x").orElseThrow();

            assertThat(new double[] {matrix.get(0, 0), matrix.get(0, 1)}).containsExactly(7, 200);
        }
    }

    @Test
    void readsARealRecordAsItsHeaderDescribesIt() {
        MatMatrix matrix = MatFile.read(RealData.cpsc2018().resolve("A0002.mat"))
                .matrix("val")
                .orElseThrow();

        assertThat(matrix).hasToString("12 x 5000");
        assertThat(matrix.get(0, 0)).isEqualTo(-1);
        assertThat(matrix.get(11, 0)).isEqualTo(-11);
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        Path whole = folder.resolve("whole.mat");
        MatFiles.writeStructure(whole, ROWS, "Male", 70, true);
        assertTruncationsRefused(Files.readAllBytes(whole), 129);
        assertTruncationsRefused(MatFiles.level4("val", new short[][] {{1, 2}, {3, 4}}, ByteOrder.LITTLE_ENDIAN), 0);
    }

    private void assertTruncationsRefused(byte[] whole, int from) throws IOException {
        Path file = folder.resolve("a.mat");
        for (int length = from; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> MatFile.read(file))
                    .as("%d bytes of %d", length, whole.length)
                    .isInstanceOf(MatException.class)
                    .hasMessageContaining("a.mat");
        }
    }

    @Test
    void refusesAMatrixThatClaimsMoreThanTheFileHolds() throws IOException {
        byte[] bytes = MatFiles.level4("val", new short[][] {{1, 2}, {3, 4}}, ByteOrder.LITTLE_ENDIAN);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, Integer.MAX_VALUE)
                .putInt(8, Integer.MAX_VALUE);
        assertRefused(bytes, "the file was cut off");
    }

    @Test
    void refusesWhatInflatesWithoutMeasure() {
        Path file = folder.resolve("a.mat");
        MatFiles.writeMatrix(file, "val", new double[12][100_000], true);

        assertThatThrownBy(() -> MatFile.read(file))
                .isInstanceOf(MatException.class)
                .hasMessageContaining("bytes uncompressed, but found more");
    }

    @Test
    void refusesMoreThanFitsIntoMemoryHoweverLargeTheFileIs() {
        Path file = folder.resolve("a.mat");
        Matrix noise = Mat5.newMatrix(1, 50_000);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < noise.getNumElements(); i++) {
            noise.setDouble(i, random.nextDouble());
        }
        Mat5File mat = Mat5.newMatFile();
        mat.addArray("noise", noise).addArray("zeros", Mat5.newMatrix(12, 360_000));
        MatFiles.write(file, mat, true);

        assertThatThrownBy(() -> MatFile.read(file))
                .isInstanceOf(MatException.class)
                .hasMessageContaining("expected at most 33554432 bytes uncompressed, but found more");
    }

    @Test
    void refusesWhatIsNoneOfItsKinds() throws IOException {
        Mat5File cells = Mat5.newMatFile();
        cells.addArray("c", Mat5.newCell(1, 1));
        Path file = folder.resolve("a.mat");
        MatFiles.write(file, cells, false);

        assertThatThrownBy(() -> MatFile.read(file))
                .isInstanceOf(MatException.class)
                .hasMessageContaining("expected numbers, a text, or a structure of one element");
        assertRefused("MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(StandardCharsets.US_ASCII), "-v7");
        assertRefused(new byte[0], "cut off");
        assertRefused("not a file of numbers at all".getBytes(StandardCharsets.US_ASCII), "expected the start of");
        assertThatThrownBy(() -> MatFile.read(folder)).hasMessageContaining("found something else");
        assertThatThrownBy(() -> MatFile.read(folder.resolve("none"))).hasMessageContaining("nothing of that name");
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Path file = folder.resolve("a.mat");
        Files.write(file, bytes);
        assertThatThrownBy(() -> MatFile.read(file))
                .isInstanceOf(MatException.class)
                .hasMessageContaining(message);
    }
}
