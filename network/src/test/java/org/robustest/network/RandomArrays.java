package org.robustest.network;

import org.robustest.random.RandomStream;

/** Arrays of random numbers, the same in every run. */
final class RandomArrays {

    private RandomArrays() {}

    static float[] uniform(String name, int length, double low, double high) {
        RandomStream random = RandomStream.of(1, name);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }
}
