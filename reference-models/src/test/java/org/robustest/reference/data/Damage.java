package org.robustest.reference.data;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Alters valid files as storage, networks and adversaries do. */
public final class Damage {

    private static final List<Integer> TELLING_NUMBERS =
            List.of(0, 1, -1, 2, 127, 128, 255, 32_767, 65_535, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE);

    private Damage() {}

    /** What is done to the bytes at one place. */
    private record Change(int kind, int place, int amount) {

        byte[] apply(byte[] bytes) {
            if (bytes.length == 0) {
                return new byte[] {(byte) amount};
            }
            int at = Math.floorMod(place, bytes.length);
            return switch (kind) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> replaced(bytes, at, (byte) amount);
                case 2 -> flipped(bytes, at);
                case 3 -> number(bytes, at);
                case 4 -> without(bytes, at, Math.floorMod(amount, 40));
                case 5 -> repeated(bytes, at, Math.floorMod(amount, 40));
                default -> Arrays.copyOf(bytes, bytes.length + Math.floorMod(amount, 40));
            };
        }

        private byte[] flipped(byte[] bytes, int at) {
            return replaced(bytes, at, (byte) (bytes[at] ^ (1 << Math.floorMod(amount, 8))));
        }

        private static byte[] replaced(byte[] bytes, int at, byte value) {
            byte[] copy = bytes.clone();
            copy[at] = value;
            return copy;
        }

        /** Sizes stand at multiples of four, in the order of the low byte first. */
        private byte[] number(byte[] bytes, int at) {
            byte[] copy = bytes.clone();
            int value = TELLING_NUMBERS.get(Math.floorMod(amount, TELLING_NUMBERS.size()));
            for (int i = 0; i < 4 && (at & ~3) + i < copy.length; i++) {
                copy[(at & ~3) + i] = (byte) (value >> (8 * i));
            }
            return copy;
        }

        private static byte[] without(byte[] bytes, int at, int count) {
            int end = Math.min(bytes.length, at + count);
            byte[] copy = Arrays.copyOf(bytes, bytes.length - (end - at));
            System.arraycopy(bytes, end, copy, at, bytes.length - end);
            return copy;
        }

        private static byte[] repeated(byte[] bytes, int at, int count) {
            int end = Math.min(bytes.length, at + count);
            byte[] copy = Arrays.copyOf(bytes, bytes.length + end - at);
            System.arraycopy(bytes, at, copy, end, bytes.length - at);
            return copy;
        }
    }

    /** Returns one to four changes of a file, mostly near its beginning, where formats keep their sizes. */
    public static Arbitrary<byte[]> of(byte[] whole) {
        Arbitrary<Integer> place = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 200)), Tuple.of(1, Arbitraries.integers()));
        return Combinators.combine(Arbitraries.integers().between(0, 6), place, Arbitraries.integers())
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(changes -> {
                    byte[] damaged = whole;
                    for (Change change : changes) {
                        damaged = change.apply(damaged);
                    }
                    return damaged;
                });
    }
}
