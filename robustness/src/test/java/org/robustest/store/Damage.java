package org.robustest.store;

import java.util.Arrays;
import java.util.Random;

/** What can happen to the bytes of a file. */
final class Damage {

    private Damage() {}

    /** Returns other bytes: cut off, with bytes changed, taken out or put in, or anything at all. */
    static byte[] of(byte[] bytes, Random random) {
        byte[] damaged = any(bytes, random);
        return Arrays.equals(damaged, bytes) ? of(bytes, random) : damaged;
    }

    private static byte[] any(byte[] bytes, Random random) {
        int place = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, place);
            case 1 -> changed(bytes, place, random.nextInt(256));
            case 2 -> without(bytes, place, 1 + random.nextInt(20));
            case 3 -> concatenated(Arrays.copyOf(bytes, place), bytes);
            case 4 -> concatenated(bytes, random(random));
            default -> random(random);
        };
    }

    private static byte[] changed(byte[] bytes, int place, int value) {
        byte[] changed = bytes.clone();
        changed[place] = (byte) value;
        return changed;
    }

    private static byte[] without(byte[] bytes, int place, int count) {
        return concatenated(
                Arrays.copyOf(bytes, place),
                Arrays.copyOfRange(bytes, Math.min(bytes.length, place + count), bytes.length));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }
}
