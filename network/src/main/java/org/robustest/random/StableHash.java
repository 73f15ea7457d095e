package org.robustest.random;

/**
 * A 64-bit hash of a text that is the same on every machine, JVM and run.
 *
 * <p>FNV-1a over the UTF-16 code units, followed by the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), so
 * that texts that differ in one character have hashes that differ everywhere. It is no defence against someone who
 * chooses the texts.
 */
public final class StableHash {

    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StableHash() {}

    /**
     * Hashes a text.
     *
     * @param text the text
     * @return its hash
     */
    public static long of(String text) {
        long hash = FNV_OFFSET_BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /**
     * Scatters the bits of a number; a bijection.
     *
     * @param bits any number
     * @return the number scattered
     */
    public static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
