package org.robustest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTestTest {

    /** The example of Fay, "Exact McNemar's Test and Matching Confidence Intervals" (vignette of the R package exact2x2). */
    @Test
    void agrees_with_a_published_value() {
        assertThat(new McNemarTest(2, 9).pValue()).isCloseTo(0.06543, within(5e-6));
        assertThat(new McNemarTest(9, 2).pValue()).isCloseTo(0.06543, within(5e-6));
    }

    /** (C(11, 0) + C(11, 1) + C(11, 2)) / 2^11 and the like, by hand. */
    @ParameterizedTest
    @CsvSource({"2, 9, 67, 2048", "0, 5, 1, 32", "1, 4, 6, 32", "3, 3, 42, 64", "5, 0, 1, 1", "0, 0, 1, 1"})
    void is_the_tail_of_the_fair_binomial_distribution(int first, int second, double part, double whole) {
        assertThat(new McNemarTest(first, second).pValueThatSecondIsBetter()).isCloseTo(part / whole, within(1e-12));
    }

    @Test
    void knows_no_more_than_certainty() {
        assertThat(new McNemarTest(3, 3).pValue()).isEqualTo(1);
        assertThat(new McNemarTest(0, 0).pValue()).isEqualTo(1);
    }

    /** For many samples the normal approximation holds: a difference of two standard deviations, with correction for continuity. */
    @Test
    void agrees_with_the_normal_approximation_on_many_samples() {
        // n = 10,000, half the deviation is 50: (5100 - 0.5 - 5000) / 50 = 1.99, and 1 - Φ(1.99) = 0.0233.
        assertThat(new McNemarTest(4900, 5100).pValueThatSecondIsBetter()).isCloseTo(0.0233, within(1e-4));
    }

    @Test
    void refuses_numbers_that_are_no_counts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new McNemarTest(-1, 3))
                .withMessageContaining("-1 and 3");
    }
}
