package org.robustest.network;

import java.util.Arrays;
import org.robustest.classifier.Cotangent;

/** Moves values between rows of samples {@code [N, size]} and rows of lanes {@code [size, lanes]}. */
final class Lanes {

    /** So many values of so many samples are moved at a time, that both kinds of rows stay in the cache. */
    private static final int SQUARE = 16;

    private Lanes() {}

    /** Copies samples to lanes, and zeros to the lanes that are left. */
    static void fromSamples(float[] samples, int size, int first, int count, float[] target, int lanes) {
        if (count < lanes) {
            Arrays.fill(target, 0, size * lanes, 0);
        }
        for (int lane = 0; lane < count; lane += SQUARE) {
            int lastLane = Math.min(count, lane + SQUARE);
            for (int i = 0; i < size; i += SQUARE) {
                int last = Math.min(size, i + SQUARE);
                for (int l = lane; l < lastLane; l++) {
                    int from = (first + l) * size;
                    for (int v = i; v < last; v++) {
                        target[v * lanes + l] = samples[from + v];
                    }
                }
            }
        }
    }

    /** Copies lanes to samples. */
    static void toSamples(float[] source, int lanes, int size, int first, int count, float[] samples) {
        for (int lane = 0; lane < count; lane += SQUARE) {
            int lastLane = Math.min(count, lane + SQUARE);
            for (int i = 0; i < size; i += SQUARE) {
                int last = Math.min(size, i + SQUARE);
                for (int l = lane; l < lastLane; l++) {
                    int to = (first + l) * size;
                    for (int v = i; v < last; v++) {
                        samples[to + v] = source[v * lanes + l];
                    }
                }
            }
        }
    }

    /** Copies the values of one lane. */
    static void copyLane(float[] source, int lanes, int lane, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = source[i * lanes + lane];
        }
    }

    /** Copies values to one lane. */
    static void setLane(float[] source, float[] target, int lanes, int lane) {
        for (int i = 0; i < source.length; i++) {
            target[i * lanes + lane] = source[i];
        }
    }

    /** Asks for the cotangent of each sample, given its logits; it is zero where there is no sample. */
    static void writeCotangents(
            Cotangent cotangent, float[] logits, int classCount, int first, int count, float[] target, int lanes) {
        float[] laneLogits = new float[classCount];
        float[] laneCotangent = new float[classCount];
        Arrays.fill(target, 0, classCount * lanes, 0);
        for (int lane = 0; lane < count; lane++) {
            copyLane(logits, lanes, lane, laneLogits);
            Arrays.fill(laneCotangent, 0);
            cotangent.write(first + lane, laneLogits, laneCotangent);
            setLane(laneCotangent, target, lanes, lane);
        }
    }
}
