package org.robustest.reference.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeartRateVariabilityTest {

    private static final double PERIOD = 500;
    private static final int COUNT = 2000;

    private final double[] intervals = intervals();

    @Test
    void hasTheMeanAndStandardDeviationThatWereAskedFor() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            double distance = intervals[i] - 0.8;
            sum += distance;
            squares += distance * distance;
        }

        assertThat(sum / COUNT).isCloseTo(0, within(1e-6));
        assertThat(Math.sqrt(squares / COUNT)).isCloseTo(0.05, within(1e-6));
    }

    @Test
    void hasHalfAsMuchPowerAroundATenthOfAHertzAsAroundAQuarter() {
        double low = power(0.06, 0.14);
        double high = power(0.21, 0.29);

        assertThat(low / high).isCloseTo(0.5, within(0.001));
        assertThat(low + high).isCloseTo(0.05 * 0.05, within(1e-6));
    }

    private double power(double from, double to) {
        double power = 0;
        for (int k = (int) Math.round(from * PERIOD); k <= Math.round(to * PERIOD); k++) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < COUNT; i++) {
                cosine += intervals[i] * Math.cos(2 * Math.PI * k * i / COUNT);
                sine += intervals[i] * Math.sin(2 * Math.PI * k * i / COUNT);
            }
            power += 2 * (cosine * cosine + sine * sine) / ((double) COUNT * COUNT);
        }
        return power;
    }

    private static double[] intervals() {
        HeartRateVariability variability = new HeartRateVariability(0.8, 0.05, new SplittableRandom(3));
        double[] intervals = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            intervals[i] = variability.intervalAt(i * PERIOD / COUNT);
        }
        return intervals;
    }
}
