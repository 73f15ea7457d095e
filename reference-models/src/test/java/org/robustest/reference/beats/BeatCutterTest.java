package org.robustest.reference.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BeatCutterTest {

    private static final int WINDOW = 1250;

    @Test
    void scalesAWindowByItsSmallestAndLargestValue() {
        float[] signal = new float[WINDOW];
        Arrays.fill(signal, 1);
        signal[100] = 5;
        signal[700] = -3;

        float[][] beats = BeatCutter.cut(signal, new double[] {100, 200});

        assertThat(beats).hasNumberOfRows(1);
        assertThat(beats[0][0]).isEqualTo(1);
        assertThat(beats[0][1]).isEqualTo(0.5f);
    }

    @Test
    void cutsOnePointTwoMedianIntervalsAndPadsWithZeros() {
        float[] signal = ramp(WINDOW);

        float[][] beats = BeatCutter.cut(signal, new double[] {100, 200, 290, 400});

        for (int beat = 0; beat < 3; beat++) {
            assertThat(beats[beat][119]).isGreaterThan(0);
            assertThat(beats[beat][120]).isZero();
        }
    }

    @Test
    void startsAtTheSampleNearestToThePeak() {
        float[] signal = ramp(WINDOW);

        float[][] beats = BeatCutter.cut(signal, new double[] {100.4, 200.6, 300});

        assertThat(beats[0][0]).isCloseTo(100f / (WINDOW - 1), within(1e-6f));
        assertThat(beats[1][0]).isCloseTo(201f / (WINDOW - 1), within(1e-6f));
    }

    @Test
    void keepsAtMost187Samples() {
        float[][] beats = BeatCutter.cut(ramp(WINDOW), new double[] {100, 400});

        assertThat(beats[0]).hasSize(187);
        assertThat(beats[0][186]).isCloseTo(286f / (WINDOW - 1), within(1e-6f));
    }

    @Test
    void takesScaleAndMedianOfTheWindowInWhichAPeakLies() {
        float[] signal = new float[2 * WINDOW];
        signal[10] = 1;
        signal[WINDOW + 10] = 10;
        signal[WINDOW + 20] = 5;

        float[][] beats = BeatCutter.cut(signal, new double[] {10, 110, WINDOW + 10, WINDOW + 30, WINDOW + 50});

        assertThat(beats[0][0]).isEqualTo(1);
        assertThat(beats[2][0]).isEqualTo(1);
        assertThat(beats[2][10]).isEqualTo(0.5f);
        assertThat(beats[2][20]).isZero();
    }

    @Test
    void clampsWhatABeatTakesFromTheNextWindow() {
        float[] signal = new float[2 * WINDOW];
        signal[5] = 1;
        signal[WINDOW + 1] = 7;
        signal[WINDOW + 2] = -7;

        float[] beat = BeatCutter.cut(signal, new double[] {WINDOW - 1, WINDOW + 99})[0];

        assertThat(beat[2]).isEqualTo(1);
        assertThat(beat[3]).isZero();
    }

    @Test
    void scalesWhatIsLeftAtTheEndByTheLastTenSeconds() {
        float[] signal = new float[WINDOW + 200];
        signal[WINDOW - 1] = 4;
        signal[WINDOW + 50] = 2;

        float[][] beats = BeatCutter.cut(signal, new double[] {WINDOW + 50, WINDOW + 150});

        assertThat(beats[0][0]).isEqualTo(0.5f);
    }

    @Test
    void padsABeatThatRunsPastTheEndOfTheSignal() {
        float[] signal = new float[WINDOW];
        Arrays.fill(signal, 1);
        signal[0] = 0;

        float[] beat = BeatCutter.cut(signal, new double[] {WINDOW - 101, WINDOW - 1})[0];

        assertThat(beat[100]).isEqualTo(1);
        assertThat(beat[101]).isZero();
    }

    @Test
    void givesZerosWhereTheSignalIsFlat() {
        assertThat(BeatCutter.cut(new float[WINDOW], new double[] {100, 200})[0])
                .containsOnly(0);
    }

    @Test
    void leavesOutTheLastBeat() {
        assertThat(BeatCutter.cut(new float[WINDOW], new double[] {100})).isEmpty();
        assertThat(BeatCutter.cut(new float[WINDOW], new double[0])).isEmpty();
    }

    @Test
    void refusesPeaksOutOfPlaceAndSignalsThatAreNotFinite() {
        assertThatThrownBy(() -> BeatCutter.cut(new float[10], new double[] {5, 4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R peak 1");
        assertThatThrownBy(() -> BeatCutter.cut(new float[10], new double[] {10}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R peak 0");
        assertThatThrownBy(() -> BeatCutter.cut(new float[] {0, Float.NaN}, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample 1 was NaN");
    }

    private static float[] ramp(int length) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = i;
        }
        return ramp;
    }
}
