package org.robustest.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Float values as Base64 of their little-endian bytes. */
final class Floats {

    private Floats() {}

    static String encode(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * Tells how many values a text stands for.
     *
     * @throws IllegalArgumentException if it is no Base64, or of no whole number of values
     */
    static int count(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of floats");
        }
        return bytes.length / Float.BYTES;
    }
}
