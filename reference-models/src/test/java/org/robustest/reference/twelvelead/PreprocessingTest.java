package org.robustest.reference.twelvelead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robustest.samples.Shape;

class PreprocessingTest {

    @Test
    void thePaperScalesEachLeadByItsLargestAbsoluteValueAndPutsZerosBeforeIt() {
        float[] input =
                Preprocessing.ofPaper().apply(recording(500, 1000, (lead, i) -> (lead + 1) * (i == 3 ? -4 : 1)));

        assertThat(Preprocessing.ofPaper().shape()).isEqualTo(Shape.of(8, 33_792));
        for (int channel = 0; channel < 8; channel++) {
            int end = (channel + 1) * 33_792;
            assertThat(input[end - 1]).isEqualTo(0.25f);
            assertThat(input[end - 1000 + 3]).isEqualTo(-1);
            assertThat(input[end - 1000]).isEqualTo(0.25f);
            assertThat(input[end - 1001]).isZero();
            assertThat(input[channel * 33_792]).isZero();
        }
    }

    @Test
    void aLongRecordingIsCutAtItsFront() {
        float[] input = Preprocessing.ofPaper().withLength(10).apply(recording(500, 40, (lead, i) -> i));

        for (int i = 0; i < 10; i++) {
            assertThat(input[i]).isEqualTo((30 + i) / 39f);
        }
    }

    @Test
    void theCompactFormIsAQuarterAsFastAndHasNoOffset() {
        assertThat(Preprocessing.compact().shape()).isEqualTo(Shape.of(8, 2_048));

        float[] input = Preprocessing.compact()
                .apply(recording(500, 4000, (lead, i) -> 30 + (float) Math.sin(2 * Math.PI * 5 * i / 500.0)));

        int first = 2_048 - 1000;
        for (int i = 125; i < 875; i++) {
            assertThat(input[first + i]).isCloseTo((float) Math.sin(2 * Math.PI * 5 * i / 125.0), within(0.02f));
        }
        assertThat(input[first - 1]).isZero();
    }

    @Test
    void takesTheLeadsThatItWasAskedFor() {
        Recording recording = recording(500, 10, (lead, i) -> i == 0 ? 12 : lead);

        float[] twelve =
                Preprocessing.ofPaper().withLeads(Lead.twelve()).withLength(10).apply(recording);
        float[] two = Preprocessing.ofPaper()
                .withLeads(List.of(Lead.V6, Lead.II))
                .withLength(10)
                .apply(recording);

        for (int lead = 0; lead < 12; lead++) {
            assertThat(twelve[10 * lead + 9]).isEqualTo(lead / 12f);
        }
        assertThat(new float[] {two[9], two[19]}).containsExactly(11 / 12f, 1 / 12f);
    }

    @Test
    void everyValueIsFromMinusOneToOneWhateverTheLeadHolds() {
        Recording flawed = recording(500, 3000, (lead, i) -> switch (lead) {
            case 0 -> 0;
            case 1 -> 7;
            case 6 -> i % 5 == 0 ? Float.NaN : 32 + i % 3;
            case 7 -> Float.NaN;
            case 8 -> i == 1500 ? 32.767f : 0.001f * (i % 9);
            default -> (float) Math.cos(i);
        });

        for (Preprocessing preprocessing : List.of(Preprocessing.ofPaper(), Preprocessing.compact())) {
            float largest = 0;
            for (float value : preprocessing.apply(flawed)) {
                assertThat(Math.abs(value)).isLessThanOrEqualTo(1);
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(largest).isEqualTo(1);
        }
    }

    @Test
    void aMissingSampleIsTheMedianOfItsLead() {
        float[] input = Preprocessing.ofPaper()
                .withLength(5)
                .apply(recording(500, 5, (lead, i) -> i == 2 ? Float.NaN : new float[] {1, 2, 0, 4, 4}[i]));

        assertThat(new float[] {input[0], input[1], input[2], input[3], input[4]})
                .containsExactly(0.25f, 0.5f, 0.75f, 1, 1);
    }

    @Test
    void otherFrequenciesAreBroughtToTheOneThatWasAskedFor() {
        float[] input = Preprocessing.compact()
                .withSamplingFrequency(250)
                .withLength(500)
                .apply(recording(257, 514, (lead, i) -> (float) Math.sin(2 * Math.PI * 3 * i / 257.0)));

        for (int i = 50; i < 450; i++) {
            assertThat(input[i]).isCloseTo((float) Math.sin(2 * Math.PI * 3 * i / 250.0), within(0.02f));
        }
    }

    @Test
    void refusesWhatMakesNoInput() {
        Preprocessing preprocessing = Preprocessing.compact();

        assertThatThrownBy(() -> preprocessing.withLeads(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> preprocessing.withLeads(List.of(Lead.I, Lead.I)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> preprocessing.withLength(0)).hasMessageContaining("at least 1 sample");
        assertThatThrownBy(() -> preprocessing.withSamplingFrequency(0)).hasMessageContaining("from 1 to 1000");
        assertThatThrownBy(() -> preprocessing.apply(recording(360.5, 10, (lead, i) -> i)))
                .hasMessageContaining("a whole number from 1 to 1000 Hz, but it was 360.5");
    }

    private interface Values {
        float at(int lead, int i);
    }

    private static Recording recording(double frequency, int length, Values values) {
        Map<Lead, float[]> leads = new EnumMap<>(Lead.class);
        for (Lead lead : Lead.twelve()) {
            float[] samples = new float[length];
            for (int i = 0; i < length; i++) {
                samples[i] = values.at(lead.ordinal(), i);
            }
            leads.put(lead, samples);
        }
        return Recording.of(frequency, leads, Map.of(), List.of());
    }
}
