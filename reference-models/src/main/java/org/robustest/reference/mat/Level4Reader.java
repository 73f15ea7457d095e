package org.robustest.reference.mat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads Level 4, which the MAT library does not: for each matrix five numbers, its name, and its values. */
final class Level4Reader {

    private static final int HEADER = 20;
    private static final int LONGEST_NAME = 256;
    private static final int BIG_ENDIAN = 1000;

    private final Path file;
    private final ByteBuffer bytes;

    Level4Reader(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    MatFile read() {
        Map<String, MatMatrix> matrices = new TreeMap<>();
        do {
            readMatrix(matrices);
        } while (bytes.hasRemaining());
        return new MatFile(matrices, Map.of());
    }

    private void readMatrix(Map<String, MatMatrix> matrices) {
        int at = bytes.position();
        require(HEADER, at);
        int kind = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(at);
        if (kind < 0 || kind > 4999) {
            kind = bytes.order(ByteOrder.BIG_ENDIAN).getInt(at);
            if (kind / BIG_ENDIAN != 1) {
                throw wrong(at, "the start of a MAT file of Level 4 or 5", "the number " + kind);
            }
            kind -= BIG_ENDIAN;
        }
        if (kind > 50 || kind % 10 != 0) {
            throw wrong(at, "a matrix of full, real numbers", "type " + kind);
        }
        bytes.getInt();
        int rows = bytes.getInt();
        int columns = bytes.getInt();
        int imaginary = bytes.getInt();
        int nameLength = bytes.getInt();
        if (rows < 0 || columns < 0 || imaginary != 0 || nameLength < 1 || nameLength > LONGEST_NAME) {
            throw wrong(
                    at,
                    "a real matrix with a name of 1 to " + LONGEST_NAME + " bytes",
                    rows + " x " + columns + ", imaginary part " + imaginary + ", and a name of " + nameLength);
        }
        require(nameLength, at);
        byte[] name = new byte[nameLength];
        bytes.get(name);
        double[] values = values(kind / 10, (long) rows * columns, at);
        matrices.put(
                new String(name, 0, nameLength - 1, StandardCharsets.ISO_8859_1), new MatMatrix(rows, columns, values));
    }

    private double[] values(int precision, long count, int at) {
        int[] sizes = {8, 4, 4, 2, 2, 1};
        require(count, sizes[precision], at);
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (precision) {
                case 0 -> bytes.getDouble();
                case 1 -> bytes.getFloat();
                case 2 -> bytes.getInt();
                case 3 -> bytes.getShort();
                case 4 -> bytes.getShort() & 0xffff;
                default -> bytes.get() & 0xff;
            };
        }
        return values;
    }

    private void require(long count, int at) {
        require(count, 1, at);
    }

    private void require(long count, int size, int at) {
        if (count > bytes.remaining() / size) {
            throw wrong(
                    at,
                    "a matrix whose next part is " + count + " values of " + size + " bytes",
                    bytes.remaining() + " bytes left: the file was cut off, or is no MAT file");
        }
    }

    private MatException wrong(int at, String expected, String found) {
        return MatException.atByte(file, at, expected, found);
    }
}
