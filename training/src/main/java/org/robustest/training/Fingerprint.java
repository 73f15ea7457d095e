package org.robustest.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Short texts that tell whether two things are the same: SHA-256. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }

    static String of(String text) {
        return new Fingerprint().add(text).toString();
    }

    static String of(double[]... arrays) {
        Fingerprint fingerprint = new Fingerprint();
        for (double[] array : arrays) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(array.length, Double.BYTES));
            bytes.asDoubleBuffer().put(array);
            fingerprint.add(array.length).digest.update(bytes);
        }
        return fingerprint.toString();
    }

    static String of(Samples samples) {
        Fingerprint fingerprint = new Fingerprint().add(samples + " " + samples.range());
        for (Sample sample : samples) {
            fingerprint.add(sample.id()).add(sample.label()).add(sample.input());
        }
        return fingerprint.toString();
    }

    /** The fingerprint of what a model gets to see of a sample. */
    static String ofInput(Sample sample) {
        return new Fingerprint().add(sample.input()).toString();
    }

    private Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length).digest.update(bytes);
        return this;
    }

    private Fingerprint add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
        return this;
    }

    private Fingerprint add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
