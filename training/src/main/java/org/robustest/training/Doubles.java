package org.robustest.training;

/** Conversions between floats and doubles. */
final class Doubles {

    private Doubles() {}

    static double[] of(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    /** The values from a place on. */
    static float[] floats(double[] doubles, int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) doubles[from + i];
        }
        return floats;
    }

    /** Copies values to a place. */
    static void copy(float[] from, double[] to, int at) {
        for (int i = 0; i < from.length; i++) {
            to[at + i] = from[i];
        }
    }
}
