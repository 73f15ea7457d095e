package org.robustest.perturbation;

import java.util.BitSet;

/** Some of the values of an input, by their indices. */
final class Coordinates {

    private final int[] indices;

    /** Chooses the values whose bits are set. */
    Coordinates(BitSet values) {
        this.indices = values.stream().toArray();
    }

    BitSet toBitSet() {
        BitSet values = new BitSet();
        for (int index : indices) {
            values.set(index);
        }
        return values;
    }

    int count() {
        return indices.length;
    }

    /** Copies the values chosen into an array of their own. */
    float[] gather(float[] values) {
        float[] chosen = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = values[indices[i]];
        }
        return chosen;
    }

    /** Copies the values chosen into an array of their own. */
    double[] gather(double[] values) {
        double[] chosen = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = values[indices[i]];
        }
        return chosen;
    }

    /** Copies the values chosen back to where they stood; the others stay. */
    void scatter(float[] chosen, float[] values) {
        for (int i = 0; i < indices.length; i++) {
            values[indices[i]] = chosen[i];
        }
    }

    /** Copies the values chosen back to where they stood; the others stay. */
    void scatter(double[] chosen, double[] values) {
        for (int i = 0; i < indices.length; i++) {
            values[indices[i]] = chosen[i];
        }
    }
}
