package org.robustest.reference.mat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The matrices and texts of a MAT file of Level 4 or Level 5 (MathWorks, <em>MAT-File Format</em>), read whole.
 *
 * <p>Real numbers, texts, and structures of one element that hold them. Their sizes are compared with the size of the
 * file before anything is allocated for them, so a damaged file costs no more memory than it has bytes, times a
 * constant.
 */
public final class MatFile {

    /** Four times the longest recording of CPSC2018, 144 s of twelve leads in double precision. */
    static final int MOST_BYTES = 1 << 25;

    private static final int HEADER = 128;

    private final Map<String, MatMatrix> matrices;
    private final Map<String, String> texts;

    MatFile(Map<String, MatMatrix> matrices, Map<String, String> texts) {
        this.matrices = matrices;
        this.texts = texts;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it holds
     * @throws MatException if the file is missing, larger than 32 MiB, of Level 7.3, damaged, inflates to more than that or
     *     a hundred times its size, or holds something else than real numbers, texts and structures of one element
     */
    public static MatFile read(Path file) {
        byte[] bytes = bytes(file);
        if (isLevel5(bytes)) {
            return Level5Reader.read(file, bytes);
        }
        return new Level4Reader(file, bytes).read();
    }

    /** Level 4 begins with a number from 0 to 4052, of which a byte is 0; Level 5 with a text. */
    private static boolean isLevel5(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] != 0 && bytes[1] != 0 && bytes[2] != 0 && bytes[3] != 0;
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw MatException.inFile(
                    file, "a MAT file", Files.exists(file) ? "something else" : "nothing of that name");
        }
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw MatException.inFile(file, "at most " + MOST_BYTES + " bytes", size + " bytes");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, 0, Math.min(10, bytes.length), StandardCharsets.US_ASCII).equals("MATLAB 7.3")) {
                throw MatException.inFile(
                        file, "a MAT file of Level 4 or 5", "one of Level 7.3; save it with the option -v7");
            }
            return bytes;
        } catch (IOException e) {
            throw MatException.notReadable(file, e);
        }
    }

    /**
     * Returns a matrix.
     *
     * @param path the name of the variable, such as {@code val}, or of a structure and its field, such as
     *     {@code ECG.data}
     * @return the matrix, if there is one of that name
     */
    public Optional<MatMatrix> matrix(String path) {
        return Optional.ofNullable(matrices.get(path));
    }

    /**
     * Returns a text.
     *
     * @param path the name of the variable, or of a structure and its field, such as {@code ECG.sex}
     * @return the text, if there is one of that name
     */
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** Returns the names of everything in the file. */
    @Override
    public String toString() {
        return "MAT file with the matrices " + matrices.keySet() + " and the texts " + texts.keySet();
    }
}
