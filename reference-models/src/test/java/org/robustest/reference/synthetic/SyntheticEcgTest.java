package org.robustest.reference.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.reference.beats.BeatClass;

class SyntheticEcgTest {

    private final SyntheticEcg ecg = SyntheticEcg.withDefaults();

    @ParameterizedTest
    @CsvSource({"60, 1", "45, 3", "120, 5"})
    void beatsAtTheRateThatWasAskedFor(double rate, double deviation) {
        SyntheticRecord record = ecg.withHeartRate(rate, deviation).record(300);

        double[] intervals = intervals(record);
        double mean = mean(intervals);
        double variance = 0;
        for (double interval : intervals) {
            variance += (interval - mean) * (interval - mean) / intervals.length;
        }
        assertThat(mean).isCloseTo(60 / rate, within(0.01 * 60 / rate));
        double expected = 60 * deviation / (rate * rate);
        assertThat(Math.sqrt(variance)).isCloseTo(expected, within(0.15 * expected));
        assertThat(record.beats()).hasSizeBetween((int) (4.9 * rate), (int) (5.1 * rate));
    }

    @Test
    void hasItsRPeaksWhereItSaysTheyAre() {
        SyntheticRecord record = ecg.withHeartRate(75, 3).record(120);

        float[] signal = record.millivolts(0);
        List<Double> peaks = new ArrayList<>();
        for (int i = 1; i < signal.length - 1; i++) {
            if (signal[i] > 0.5 && signal[i] > signal[i - 1] && signal[i] >= signal[i + 1]) {
                peaks.add(i / record.samplingFrequency());
            }
        }

        assertThat(peaks).hasSameSizeAs(record.beats());
        for (int i = 0; i < peaks.size(); i++) {
            assertThat(peaks.get(i)).isCloseTo(record.beats().get(i).time(), within(0.01));
        }
    }

    @Test
    void hasANormalRPeakOfAboutOneMillivolt() {
        float largest = 0;
        for (float value : ecg.record(10).millivolts(0)) {
            largest = Math.max(largest, value);
        }

        assertThat(largest).isCloseTo(1, within(0.2f));
    }

    @Test
    void drawsTheSameCurveAtAnySamplingFrequency() {
        float[] slow = ecg.withSamplingFrequency(125).record(20).millivolts(0);
        float[] fast = ecg.withSamplingFrequency(1000).record(20).millivolts(0);

        assertThat(slow).hasSize(2500);
        for (int i = 0; i < slow.length; i++) {
            assertThat(slow[i]).isCloseTo(fast[8 * i], within(1e-4f));
        }
    }

    @Test
    void obeysEinthovensLaw() {
        SyntheticRecord record = ecg.withLeads(EcgLead.I, EcgLead.II, EcgLead.III)
                .withRhythm(BeatClass.values())
                .record(20);

        float[] one = record.millivolts(0);
        float[] two = record.millivolts(1);
        float[] three = record.millivolts(2);
        for (int i = 0; i < two.length; i++) {
            assertThat(one[i] + three[i]).isCloseTo(two[i], within(1e-5f));
        }
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void addsWhiteNoiseOfTheStandardDeviationThatWasAskedFor() {
        float[] clean = ecg.record(60).millivolts(0);
        float[] noisy = ecg.withWhiteNoise(0.05).record(60).millivolts(0);

        double squares = 0;
        double products = 0;
        for (int i = 1; i < clean.length; i++) {
            squares += (noisy[i] - clean[i]) * (noisy[i] - clean[i]);
            products += (noisy[i] - clean[i]) * (noisy[i - 1] - clean[i - 1]);
        }
        assertThat(Math.sqrt(squares / clean.length)).isCloseTo(0.05, within(0.001));
        assertThat(products / squares).isCloseTo(0, within(0.03));
    }

    @Test
    void wandersByTheAmplitudeThatWasAskedFor() {
        float[] clean = ecg.record(20).millivolts(0);
        float[] wandering = ecg.withBaselineWander(0.15).record(20).millivolts(0);

        float largest = 0;
        for (int i = 0; i < clean.length; i++) {
            largest = Math.max(largest, Math.abs(wandering[i] - clean[i]));
        }
        assertThat(largest).isCloseTo(0.15f, within(1e-3f));
    }

    @Test
    void bringsPrematureBeatsEarlyAndLetsAPauseFollow() {
        SyntheticRecord record = ecg.withHeartRate(60, 0)
                .withRhythm(BeatClass.N, BeatClass.N, BeatClass.V, BeatClass.N)
                .record(60);

        double[] intervals = intervals(record);
        for (int i = 1; i < intervals.length; i++) {
            if (record.beats().get(i).beatClass() == BeatClass.V) {
                assertThat(intervals[i - 1]).isCloseTo(0.65, within(1e-9));
                assertThat(intervals[i - 1] + intervals[i])
                        .as("a pause that compensates")
                        .isCloseTo(2, within(1e-9));
            }
        }
        assertThat(record.beats()).extracting(SyntheticBeat::beatClass).contains(BeatClass.V);
    }

    @Test
    void givesTheSameBitsForTheSameSeedOnly() {
        SyntheticEcg noisy = ecg.withWhiteNoise(0.02).withHeartRate(70, 2);

        assertThat(noisy.record(10).millivolts(0)).isEqualTo(noisy.record(10).millivolts(0));
        assertThat(noisy.withSeed(2).record(10).millivolts(0))
                .isNotEqualTo(noisy.record(10).millivolts(0));
    }

    @Test
    void saysWhichSettingIsOutOfRange() {
        assertThatThrownBy(() -> ecg.withHeartRate(10, 1))
                .hasMessageContaining("heart rate")
                .hasMessageContaining("10.0");
        assertThatThrownBy(() -> ecg.withHeartRate(60, 7)).hasMessageContaining("standard deviation");
        assertThatThrownBy(() -> ecg.withSamplingFrequency(Double.NaN)).hasMessageContaining("sampling frequency");
        assertThatThrownBy(() -> ecg.withWhiteNoise(-1)).hasMessageContaining("noise");
        assertThatThrownBy(() -> ecg.withBaselineWander(-1)).hasMessageContaining("wander");
        assertThatThrownBy(() -> ecg.withLeads()).hasMessageContaining("lead");
        assertThatThrownBy(() -> ecg.withRhythm()).hasMessageContaining("beat");
        assertThatThrownBy(() -> ecg.record(0)).hasMessageContaining("0.0 s");
        assertThatThrownBy(() -> ecg.beats(0)).hasMessageContaining("number of beats");
    }

    private static double[] intervals(SyntheticRecord record) {
        double[] intervals = new double[record.beats().size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] =
                    record.beats().get(i + 1).time() - record.beats().get(i).time();
        }
        return intervals;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
