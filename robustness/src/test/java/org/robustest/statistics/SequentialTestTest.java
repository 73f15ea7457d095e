package org.robustest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.random.RandomStream;

class SequentialTestTest {

    /** Draws until the answer is known, 40,000 times: the mean number of samples, and how often it is "reached". */
    @ParameterizedTest
    @CsvSource({"0.3,7,0,0.01", "0.5,11,0,0.01", "0.7,26,0,0.02", "0.8,75,0,0.05", "0.9,75,0.95,1", "0.99,27,0.99,1"})
    void few_samples_decide_with_the_confidence_that_was_asked_for(
            double share, double samples, double least, double most) {
        RandomStream random = RandomStream.of(1, "sequential", Double.doubleToLongBits(share));
        int drawn = 0;
        int reached = 0;
        int runs = 40_000;
        for (int run = 0; run < runs; run++) {
            SequentialTest test = SequentialTest.of(0.9, 0.1, 0.95);
            while (test.state() == SequentialTest.State.OPEN) {
                test = test.after(random.nextDouble() < share);
                drawn++;
            }
            reached += test.state() == SequentialTest.State.REACHED ? 1 : 0;
        }
        assertThat((double) reached / runs).isBetween(least, most);
        assertThat((double) drawn / runs).isLessThan(1.3 * samples);
    }

    @Test
    void the_first_samples_decide_nothing_and_those_behind_the_answer_change_nothing() {
        SequentialTest test = SequentialTest.of(0.9, 0.1, 0.95);
        assertThat(test.after(true).state()).isEqualTo(SequentialTest.State.OPEN);
        SequentialTest missed = test;
        for (int i = 0; i < 5; i++) {
            missed = missed.after(false);
        }
        assertThat(missed.state()).isEqualTo(SequentialTest.State.MISSED);
        assertThat(missed.after(true)).isSameAs(missed);
    }

    /** Here one failure decides, far beyond its threshold, so that "reached" is the answer after so many successes in a row alone. */
    @ParameterizedTest
    @ValueSource(doubles = {0.51, 0.6, 0.65})
    void a_share_that_is_too_small_by_the_margin_is_not_called_reached_more_often_than_the_confidence_allows(
            double confidence) {
        SequentialTest test = SequentialTest.of(0.999, 0.01, confidence);
        double probability = 1;
        while (test.state() == SequentialTest.State.OPEN) {
            assertThat(test.after(false).state()).isEqualTo(SequentialTest.State.MISSED);
            probability *= 0.999 - 0.01;
            test = test.after(true);
        }
        assertThat(probability).isLessThanOrEqualTo(1 - confidence);
    }

    @Test
    void nonsense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialTest.of(0.5, 0.5, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialTest.of(1, 0.1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialTest.of(0.9, 0.1, 0.5));
    }
}
