package org.robustest.evaluation;

import java.nio.ByteBuffer;
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

/** A text that tells one model, or one set of samples, from others. */
final class Fingerprint {

    private static final int PROBES = 64;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Returns the fingerprint of a model: of the parameters of a network, and of what any model answers to some samples,
     * logits and, if it has them, gradients.
     */
    static String of(Classifier classifier, Samples samples) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(classifier.inputShape().toString());
        if (classifier instanceof Network network) {
            network.parameters().forEach(fingerprint::add);
        }
        float[] logits = new float[classifier.classCount()];
        float[] gradient = new float[classifier.inputShape().size()];
        for (int i = 0; i < Math.min(PROBES, samples.size()); i++) {
            Sample sample = samples.get((int) ((long) i * samples.size() / Math.min(PROBES, samples.size())));
            try {
                if (classifier instanceof DifferentiableClassifier differentiable) {
                    differentiable.inputGradients(
                            sample.input(), 1, (index, z, u) -> oneHot(u, sample.label()), logits, gradient);
                    fingerprint.add(gradient);
                } else {
                    classifier.logits(sample.input(), 1, logits);
                }
                fingerprint.add(logits);
            } catch (RuntimeException e) {
                fingerprint.add(e.toString());
            }
        }
        return fingerprint.text();
    }

    /** Returns the fingerprint of samples: their ids, labels and inputs, in their order. */
    static String of(Samples samples) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(samples.shape() + " " + samples.classNames() + " " + samples.range());
        for (Sample sample : samples) {
            fingerprint.add(sample.id() + " " + sample.label());
            fingerprint.add(sample.input());
        }
        return fingerprint.text();
    }

    private static void oneHot(float[] cotangent, int label) {
        Arrays.fill(cotangent, 0);
        cotangent[label] = 1;
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
        buffer.asFloatBuffer().put(values);
        digest.update(buffer);
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
