package org.robustest.reference.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    private static final int SECONDS = 10;
    private static final int FROM = 360;
    private static final int TO = 125;
    private static final int EDGE = TO;

    private final Resampler resampler = Resampler.of(25, 72);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 10, 25, 40, 50})
    void keepsWhatLiesInThePassBandInAmplitudeAndPhase(double hertz) {
        float[] resampled = resampler.resample(sine(hertz, FROM));

        float[] expected = sine(hertz, TO);
        for (int i = EDGE; i < expected.length - EDGE; i++) {
            assertThat(resampled[i]).isCloseTo(expected[i], within(2e-3f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {63, 70, 100, 125, 150, 179})
    void stopsWhatWouldAlias(double hertz) {
        float[] resampled = resampler.resample(sine(hertz, FROM));

        for (int i = EDGE; i < resampled.length - EDGE; i++) {
            assertThat(resampled[i]).isCloseTo(0, within(2e-3f));
        }
    }

    @Test
    void keepsAConstantToItsEnds() {
        float[] constant = new float[1000];
        Arrays.fill(constant, -3.7f);

        assertThat(resampler.resample(constant)).hasSize(348).containsOnly(-3.7f);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "72, 25", "73, 26", "650000, 225695"})
    void givesOneSampleForEveryPeriodThatBegan(int length, int expected) {
        assertThat(resampler.resample(new float[length])).hasSize(expected);
    }

    @Test
    void interpolatesWhenItUpsamples() {
        float[] resampled = Resampler.of(2, 1).resample(sine(5, TO));

        float[] expected = sine(5, 2 * TO);
        for (int i = 2 * EDGE; i < expected.length - 2 * EDGE; i++) {
            assertThat(resampled[i]).isCloseTo(expected[i], within(2e-3f));
        }
    }

    @Test
    void refusesAFactorThatIsNone() {
        assertThatThrownBy(() -> Resampler.of(0, 72))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0/72");
    }

    private static float[] sine(double hertz, int samplingFrequency) {
        float[] sine = new float[SECONDS * samplingFrequency];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * hertz * i / samplingFrequency + 0.3);
        }
        return sine;
    }
}
