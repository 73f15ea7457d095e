package org.robustest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceIntervalTest {

    @Test
    void all_of_them_leave_the_closed_form() {
        ConfidenceInterval interval = ConfidenceInterval.clopperPearson(59, 59, 0.90);

        assertThat(interval.upper()).isEqualTo(1);
        assertThat(interval.lower()).isCloseTo(Math.pow(0.05, 1.0 / 59), within(1e-12));
    }

    /** One-sided bounds of 95 % and, in the last two lines, of 99.9 %, as computed by SciPy and by Cohen et al. (ICML 2019). */
    @ParameterizedTest
    @CsvSource({
        "59,59,0.90,0.950492",
        "299,299,0.90,0.990031",
        "90,100,0.90,0.836282",
        "99,100,0.90,0.953440",
        "1000,1000,0.998,0.993116",
        "99000,100000,0.998,0.988989"
    })
    void lower_bounds_are_those_that_others_publish(int part, int whole, double confidence, double lower) {
        assertThat(ConfidenceInterval.clopperPearson(part, whole, confidence).lower())
                .isCloseTo(lower, within(1e-6));
    }

    @Test
    void none_of_ten_may_still_be_a_quarter() {
        assertThat(ConfidenceInterval.clopperPearson(0, 10, 0.90).upper()).isCloseTo(0.258866, within(1e-6));
    }

    /** At its bounds, what was counted or more, and what was counted or less, have half of the error as probability. */
    @ParameterizedTest
    @CsvSource({"1,10,0.95", "5,10,0.9", "33,100,0.99", "410,800,0.95"})
    void the_bounds_have_the_tails_of_the_binomial_distribution(int part, int whole, double confidence) {
        ConfidenceInterval interval = ConfidenceInterval.clopperPearson(part, whole, confidence);

        assertThat(1 - atMost(part - 1, whole, interval.lower())).isCloseTo((1 - confidence) / 2, within(1e-9));
        assertThat(atMost(part, whole, interval.upper())).isCloseTo((1 - confidence) / 2, within(1e-9));
    }

    private static double atMost(int part, int whole, double share) {
        MathContext digits = new MathContext(40);
        BigDecimal p = new BigDecimal(share);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal ways = BigDecimal.ONE;
        for (int k = 0; k <= part; k++) {
            sum = sum.add(ways.multiply(p.pow(k, digits), digits).multiply(q.pow(whole - k, digits), digits), digits);
            ways = ways.multiply(BigDecimal.valueOf(whole - k)).divide(BigDecimal.valueOf(k + 1), digits);
        }
        return sum.doubleValue();
    }

    @Test
    void nonsense_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidenceInterval.clopperPearson(0, 0, 0.95))
                .withMessageContaining("0 of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidenceInterval.clopperPearson(1, 2, 95))
                .withMessageContaining("such as 0.95, but it was 95.0");
    }

    @Test
    void a_reader_sees_bounds_and_confidence() {
        assertThat(new ConfidenceInterval(0.25, 0.5, 0.95)).hasToString("0.2500 to 0.5000 (95.0 %)");
    }
}
