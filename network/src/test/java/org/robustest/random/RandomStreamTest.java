package org.robustest.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Test
    void the_same_key_gives_the_same_numbers() {
        RandomStream one = RandomStream.of(7, "mitdb/208@123456", "pgd", 0);
        RandomStream other = RandomStream.of(7, "mitdb/208@123456", "pgd", 0);

        for (int i = 0; i < 100; i++) {
            assertThat(one.nextDouble()).isEqualTo(other.nextDouble());
        }
    }

    @Test
    void keys_that_differ_anywhere_give_different_numbers() {
        Set<Double> firsts = new HashSet<>();
        for (long seed = -5; seed < 5; seed++) {
            for (String id : new String[] {"a", "b", "ab", ""}) {
                for (int restart = 0; restart < 10; restart++) {
                    firsts.add(RandomStream.of(seed, id, "pgd", restart).nextDouble());
                    firsts.add(RandomStream.of(seed, "pgd", id, restart).nextDouble());
                }
            }
        }
        assertThat(firsts).hasSize(10 * 4 * 10 * 2);
    }

    @Test
    void numbers_are_spread_evenly_over_streams() {
        double sum = 0;
        double sumOfSquares = 0;
        int streams = 100_000;
        for (int i = 0; i < streams; i++) {
            double number = RandomStream.of(0, "sample " + i, "pgd", 0).nextDouble();
            sum += number;
            sumOfSquares += number * number;
        }
        // Five standard errors of the mean of U(0, 1) and of its square.
        assertThat(sum / streams).isBetween(0.5 - 0.0046, 0.5 + 0.0046);
        assertThat(sumOfSquares / streams).isBetween(1.0 / 3 - 0.0048, 1.0 / 3 + 0.0048);
    }

    @Test
    void the_hash_of_a_text_is_that_of_the_published_function() {
        // FNV-1a of "a" is af63dc4c8601ec8c (Fowler, Noll and Vo); SplitMix64 with state 0 gives e220a8397b1dcdaf
        // first.
        assertThat(StableHash.of("a")).isEqualTo(StableHash.mix(0xaf63dc4c8601ec8cL));
        assertThat(StableHash.mix(0)).isEqualTo(0xe220a8397b1dcdafL);
    }
}
