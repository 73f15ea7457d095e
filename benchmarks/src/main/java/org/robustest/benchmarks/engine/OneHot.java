package org.robustest.benchmarks.engine;

/** The cotangents of a batch. */
final class OneHot {

    private OneHot() {}

    static float[] cotangents(int count, int classCount) {
        float[] cotangents = new float[count * classCount];
        for (int i = 0; i < count; i++) {
            cotangents[i * classCount + i % classCount] = 1;
        }
        return cotangents;
    }
}
