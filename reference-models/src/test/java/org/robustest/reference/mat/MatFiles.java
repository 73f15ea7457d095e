package org.robustest.reference.mat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.Deflater;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** Writes MAT files: Level 5 by the library's writer, Level 4 byte by byte as MathWorks lays it out. */
public final class MatFiles {

    private MatFiles() {}

    /** Writes the structure of CPSC2018's first form; {@code data[lead][sample]} in mV. */
    public static void writeStructure(Path file, double[][] data, String sex, double age, boolean compressed) {
        Mat5File mat = Mat5.newMatFile();
        mat.addArray(
                "ECG",
                Mat5.newStruct()
                        .set("sex", Mat5.newString(sex))
                        .set("age", Mat5.newScalar(age))
                        .set("data", matrix(data)));
        write(file, mat, compressed);
    }

    public static void writeMatrix(Path file, String name, double[][] data, boolean compressed) {
        Mat5File mat = Mat5.newMatFile();
        mat.addArray(name, matrix(data));
        write(file, mat, compressed);
    }

    private static Matrix matrix(double[][] rows) {
        Matrix matrix = Mat5.newMatrix(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                matrix.setDouble(row, column, rows[row][column]);
            }
        }
        return matrix;
    }

    static void write(Path file, Mat5File mat, boolean compressed) {
        try (Sink sink = Sinks.newStreamingFile(file.toFile(), false)) {
            Mat5.newWriter(sink)
                    .setDeflateLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION)
                    .writeMat(mat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a matrix of int16 in Level 4, as PhysioNet's challenges publish recordings. */
    public static byte[] level4(String name, short[][] rows, ByteOrder order) {
        int columns = rows[0].length;
        ByteBuffer bytes = ByteBuffer.allocate(20 + name.length() + 1 + 2 * rows.length * columns)
                .order(order);
        bytes.putInt(order == ByteOrder.LITTLE_ENDIAN ? 30 : 1030)
                .putInt(rows.length)
                .putInt(columns)
                .putInt(0)
                .putInt(name.length() + 1)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0);
        for (int column = 0; column < columns; column++) {
            for (short[] row : rows) {
                bytes.putShort(row[column]);
            }
        }
        return bytes.array();
    }
}
