package org.robustest.reference.wfdb;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the samples of a signal file are laid out in bytes (WFDB {@code signal(5)}).
 *
 * <p>Samples of the signals of one file are interleaved: one of each signal, then the next of each.
 */
public enum SampleFormat {

    /** Two's complement 16-bit integers, least significant byte first. */
    FORMAT_16(16, (short) -32768) {
        @Override
        long byteCount(long sampleCount) {
            return 2 * sampleCount;
        }

        @Override
        long sampleCount(long byteCount) {
            return byteCount / 2;
        }

        @Override
        short sample(byte[] bytes, int offset, int index) {
            int at = offset + 2 * index;
            return (short) ((bytes[at] & 0xff) | bytes[at + 1] << 8);
        }
    },

    /**
     * Pairs of two's complement 12-bit integers in three bytes: the low byte of the first, the high four bits of both
     * (the first's in the low half), the low byte of the second.
     */
    FORMAT_212(212, (short) -2048) {
        @Override
        long byteCount(long sampleCount) {
            return (3 * sampleCount + 1) / 2;
        }

        @Override
        long sampleCount(long byteCount) {
            return 2 * byteCount / 3;
        }

        @Override
        short sample(byte[] bytes, int offset, int index) {
            int at = offset + index / 2 * 3;
            int bits = index % 2 == 0
                    ? (bytes[at] & 0xff) | (bytes[at + 1] & 0x0f) << 8
                    : (bytes[at + 2] & 0xff) | (bytes[at + 1] & 0xf0) << 4;
            return (short) (bits << 20 >> 20);
        }
    };

    private final int code;
    private final short missingSample;

    SampleFormat(int code, short missingSample) {
        this.code = code;
        this.missingSample = missingSample;
    }

    /**
     * Returns the number that stands for the format in a header.
     *
     * @return 16 or 212
     */
    public int code() {
        return code;
    }

    /**
     * Returns the value that says that there is no sample.
     *
     * @return the smallest value of the format, in ADC units
     */
    public short missingSample() {
        return missingSample;
    }

    abstract long byteCount(long sampleCount);

    abstract long sampleCount(long byteCount);

    abstract short sample(byte[] bytes, int offset, int index);

    static Optional<SampleFormat> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> Integer.toString(format.code).equals(code))
                .findFirst();
    }
}
