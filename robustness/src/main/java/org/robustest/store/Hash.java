package org.robustest.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.network.Network;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** A short text that tells a model, samples or an input from others: the first half of a SHA-256, in hexadecimal digits. */
public final class Hash {

    private static final int PROBES = 16;

    private final MessageDigest digest;

    private Hash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Returns the hash of a model: of the parameters of a {@link Network}, or else of what the model answers to the first of
     * some samples, logits and, where it has them, gradients.
     *
     * @param classifier the model
     * @param samples the samples
     * @return 32 hexadecimal digits
     */
    public static String of(Classifier classifier, Samples samples) {
        Hash hash = new Hash();
        hash.add(classifier.inputShape() + " " + classifier.classCount());
        if (classifier instanceof Network network) {
            network.parameters().forEach(hash::add);
        } else {
            for (int i = 0; i < Math.min(PROBES, samples.size()); i++) {
                hash.add(classifier, samples.get(i));
            }
        }
        return hash.text();
    }

    /**
     * Returns the hash of samples: of their ids, labels and inputs, in any order.
     *
     * @param samples the samples
     * @return 32 hexadecimal digits
     */
    public static String of(Samples samples) {
        Hash hash = new Hash();
        hash.add(samples.shape() + " " + samples.classNames() + " " + samples.range());
        int[] order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        Arrays.stream(order)
                .mapToObj(samples::get)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(sample -> {
                    hash.add(sample.id() + " " + sample.label());
                    hash.add(sample.input());
                });
        return hash.text();
    }

    /**
     * Returns the hash of values.
     *
     * @param values the values
     * @return 32 hexadecimal digits
     */
    public static String of(float[] values) {
        Hash hash = new Hash();
        hash.add(values);
        return hash.text();
    }

    static String of(String text) {
        Hash hash = new Hash();
        hash.add(text);
        return hash.text();
    }

    /** Returns the hash of the bytes from an index on. */
    static String of(byte[] bytes, int from) {
        Hash hash = new Hash();
        hash.digest.update(bytes, from, bytes.length - from);
        return hash.text();
    }

    private void add(Classifier classifier, Sample sample) {
        float[] logits = new float[classifier.classCount()];
        float[] gradient = new float[classifier.inputShape().size()];
        try {
            if (classifier instanceof DifferentiableClassifier differentiable) {
                differentiable.inputGradients(sample.input(), 1, (index, z, u) -> ofLabel(sample, u), logits, gradient);
                add(gradient);
            } else {
                classifier.logits(sample.input(), 1, logits);
            }
            add(logits);
        } catch (RuntimeException e) {
            add(e.toString());
        }
    }

    private static void ofLabel(Sample sample, float[] cotangent) {
        Arrays.fill(cotangent, 0);
        cotangent[sample.label()] = 1;
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(float[] values) {
        digest.update(bytes(values));
    }

    static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
