package org.robustest.reference.mat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile.Entry;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** Reads Level 5 by the MAT library, which is handed nothing but variables that were inflated and checked before. */
final class Level5Reader {

    private static final int HEADER = 128;
    private static final int SUBSYSTEM = 116;
    private static final int ENDIAN = 126;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    private static final int MOST_TIMES = 100;
    private static final int ALWAYS_ALLOWED = 1 << 20;

    private final Path file;
    private final byte[] bytes;
    private final ByteOrder order;
    private final ByteArrayOutputStream checked;

    private Level5Reader(Path file, byte[] bytes, ByteOrder order) {
        this.file = file;
        this.bytes = bytes;
        this.order = order;
        this.checked = new ByteArrayOutputStream(bytes.length);
    }

    static MatFile read(Path file, byte[] bytes) {
        Level5Reader reader = new Level5Reader(file, bytes, order(file, bytes));
        reader.checkVariables();
        return reader.parse();
    }

    private static ByteOrder order(Path file, byte[] bytes) {
        String endian = "" + (char) bytes[ENDIAN] + (char) bytes[ENDIAN + 1];
        return switch (endian) {
            case "IM" -> ByteOrder.LITTLE_ENDIAN;
            case "MI" -> ByteOrder.BIG_ENDIAN;
            default ->
                throw MatException.atByte(
                        file, ENDIAN, "the letters MI or IM of a MAT file of Level 5", "others: this is no MAT file");
        };
    }

    private void checkVariables() {
        byte[] header = Arrays.copyOf(bytes, HEADER);
        Arrays.fill(header, SUBSYSTEM, SUBSYSTEM + 8, (byte) 0);
        checked.writeBytes(header);
        ByteBuffer input = ByteBuffer.wrap(bytes).order(order);
        int at = HEADER;
        while (at < bytes.length) {
            if (bytes.length - at < 8) {
                throw MatException.atByte(file, at, "a variable", (bytes.length - at) + " bytes");
            }
            int type = input.getInt(at);
            int length = input.getInt(at + 4);
            if ((type != MATRIX && type != COMPRESSED) || length < 0 || length > bytes.length - at - 8) {
                throw MatException.atByte(
                        file,
                        at,
                        "a variable within the file",
                        "type " + type + ", " + Integer.toUnsignedString(length) + " bytes");
            }
            int end = at + 8 + length;
            byte[] variable = type == MATRIX ? Arrays.copyOfRange(bytes, at, end) : inflate(at + 8, length);
            new Level5Structure(file, ByteBuffer.wrap(variable).order(order)).check();
            checked.writeBytes(variable);
            at = end;
        }
    }

    private byte[] inflate(int offset, int length) {
        long most = Math.min(MatFile.MOST_BYTES, Math.max(ALWAYS_ALLOWED, (long) MOST_TIMES * bytes.length));
        ByteArrayOutputStream inflated = new ByteArrayOutputStream(length);
        byte[] part = new byte[8192];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, offset, length);
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && !inflater.finished()) {
                    throw MatException.atByte(file, offset, "a compressed variable", "one that was cut off");
                }
                inflated.write(part, 0, count);
                if (inflated.size() + (long) checked.size() > most) {
                    throw MatException.inFile(file, "at most " + most + " bytes uncompressed", "more");
                }
            }
        } catch (DataFormatException e) {
            throw MatException.notReadable(file, e);
        } finally {
            inflater.end();
        }
        return inflated.toByteArray();
    }

    private MatFile parse() {
        Map<String, MatMatrix> matrices = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        try (us.hebi.matlab.mat.types.MatFile read = Mat5.newReader(Sources.wrap(checked.toByteArray()))
                .disableSubsystemProcessing()
                .readMat()) {
            for (Entry entry : read.getEntries()) {
                add(entry.getName(), entry.getValue(), matrices, texts);
            }
        } catch (IOException | RuntimeException e) {
            throw MatException.notReadable(file, e);
        }
        return new MatFile(matrices, texts);
    }

    private static void add(String path, Array array, Map<String, MatMatrix> matrices, Map<String, String> texts) {
        if (array instanceof Struct structure) {
            for (String field : structure.getFieldNames()) {
                add(path + '.' + field, structure.get(field), matrices, texts);
            }
        } else if (array instanceof Char text) {
            texts.put(path, text.getNumElements() == 0 ? "" : text.getRow(0));
        } else if (array instanceof Matrix matrix) {
            double[] values = new double[matrix.getNumElements()];
            Arrays.setAll(values, matrix::getDouble);
            matrices.put(path, new MatMatrix(matrix.getNumRows(), matrix.getNumCols(), values));
        }
    }
}
