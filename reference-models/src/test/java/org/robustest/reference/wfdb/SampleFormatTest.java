package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFormatTest {

    @ParameterizedTest
    @CsvSource({
        "E3, 33, F3, 995, 1011",
        "64, F0, FE, 100, -2",
        "00, 08, FF, -2048, 255",
        "FF, 77, FF, 2047, 2047",
        "FF, FF, FF, -1, -1",
        "00, 80, 00, 0, -2048",
    })
    void decodesTwoSamplesFromThreeBytesInFormat212(String b0, String b1, String b2, int first, int second) {
        byte[] bytes = bytes(b0, b1, b2);

        assertThat(SampleFormat.FORMAT_212.sample(bytes, 0, 0)).isEqualTo((short) first);
        assertThat(SampleFormat.FORMAT_212.sample(bytes, 0, 1)).isEqualTo((short) second);
    }

    @ParameterizedTest
    @CsvSource({"01, 00, 1", "FF, FF, -1", "00, 80, -32768", "FF, 7F, 32767", "80, 00, 128"})
    void decodesLittleEndianIntegersInFormat16(String low, String high, int value) {
        assertThat(SampleFormat.FORMAT_16.sample(bytes("99", low, high), 1, 0)).isEqualTo((short) value);
    }

    @Test
    void leavesTheLastPairOfFormat212HalfWrittenWhenTheNumberIsOdd() {
        assertThat(SampleFormat.FORMAT_212.byteCount(3)).isEqualTo(5);
        assertThat(SampleFormat.FORMAT_212.sampleCount(5)).isEqualTo(3);
        assertThat(SampleFormat.FORMAT_212.byteCount(4)).isEqualTo(6);
        assertThat(SampleFormat.FORMAT_212.sampleCount(6)).isEqualTo(4);
    }

    private static byte[] bytes(String... hex) {
        byte[] bytes = new byte[hex.length];
        for (int i = 0; i < hex.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex[i], 16);
        }
        return bytes;
    }
}
