package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class RecordingAugmentationTest {

    private static final int LENGTH = 400;
    private static final int BEGIN = 100;

    @Test
    void changesNothingWhereNothingVaries() {
        Sample ramp = ramp();

        assertThat(changed(new RecordingAugmentation(0, 0, 1, 0, 0, 0), ramp, 1))
                .isEqualTo(ramp.input());
    }

    @Test
    void multipliesEachLeadByAGainOfItsOwn() {
        Sample ramp = ramp();

        float[] after = changed(new RecordingAugmentation(0, 0, 0.6, 0, 0, 0), ramp, 1);

        double first = after[LENGTH - 1] / ramp.input()[LENGTH - 1];
        double second = after[2 * LENGTH - 1] / ramp.input()[2 * LENGTH - 1];
        assertThat(first).isBetween(0.6, 1.0).isNotCloseTo(second, within(1e-3));
        assertThat(second).isBetween(0.6, 1.0);
        for (int i = 0; i < LENGTH; i++) {
            assertThat((double) after[i]).isCloseTo(first * ramp.input()[i], within(1e-6));
        }
    }

    @Test
    void stretchesTimeBackFromTheEnd() {
        Sample ramp = ramp();

        for (int seed = 0; seed < 20; seed++) {
            float[] after = changed(new RecordingAugmentation(0.1, 0, 1, 0, 0, 0), ramp, seed);

            assertThat(after[LENGTH - 1]).isEqualTo(ramp.input()[LENGTH - 1]);
            double step = (after[LENGTH - 1] - after[LENGTH - 2]) * LENGTH;
            assertThat(step).isBetween(0.9 - 1e-3, 1.1 + 1e-3);
            for (int i = LENGTH - 1; i > LENGTH - 250; i--) {
                double time = LENGTH - 1 - step * (LENGTH - 1 - i);
                assertThat((double) after[i]).isCloseTo(time / LENGTH, within(2e-2));
            }
        }
    }

    @Test
    void cutsOffTheEndAndPutsZerosBefore() {
        Sample ramp = ramp();

        float[] after = changed(new RecordingAugmentation(0, 0.5, 1, 0, 0, 0), ramp, 3);

        double end = after[LENGTH - 1] * LENGTH;
        assertThat(end).isBetween(BEGIN + 0.5 * (LENGTH - BEGIN) - 1, LENGTH - 1.0);
        int zeros = (int) Math.ceil(LENGTH - 1 - (end - BEGIN) - 1e-6);
        assertThat(Arrays.copyOf(after, zeros)).containsOnly(0f);
        assertThat((double) after[zeros + 1]).isCloseTo((end - (LENGTH - 2 - zeros)) / LENGTH, within(1e-4));
    }

    @Test
    void theZerosBeforeARecordingGetNeitherNoiseNorWander() {
        float[] after = changed(new RecordingAugmentation(0, 0, 1, 0.3, 0.3, 0), ramp(), 1);

        assertThat(Arrays.copyOf(after, BEGIN)).containsOnly(0f);
        assertThat(after[BEGIN]).isNotEqualTo(ramp().input()[BEGIN]);
    }

    @Test
    void noiseAndWanderStayBelowTheirAmplitudesAndWithinTheRange() {
        Sample ramp = ramp();

        float[] after = changed(new RecordingAugmentation(0, 0, 1, 0.2, 0.1, 0), ramp, 1);

        for (int i = 0; i < after.length; i++) {
            assertThat((double) after[i]).isBetween(-1.0, 1.0).isCloseTo(ramp.input()[i], within(0.3 + 1e-6));
        }
    }

    @Test
    void leavesLeadsOut() {
        assertThat(changed(new RecordingAugmentation(0, 0, 1, 0.1, 0.1, 1), ramp(), 1))
                .containsOnly(0f);
    }

    @Test
    void dependsOnTheStreamAlone() {
        RecordingAugmentation all = new RecordingAugmentation(0.1, 0.1, 0.5, 0.1, 0.1, 0.1);

        assertThat(changed(all, ramp(), 1)).isEqualTo(changed(all, ramp(), 1));
        assertThat(changed(all, ramp(), 1)).isNotEqualTo(changed(all, ramp(), 2));
    }

    private static float[] changed(RecordingAugmentation augmentation, Sample sample, int seed) {
        return augmentation.change(sample, RandomStream.of(seed, "test"));
    }

    /** Two leads that begin at index 100 and rise as {@code i / 400}; zeros before that. */
    private static Sample ramp() {
        float[] input = new float[2 * LENGTH];
        for (int i = BEGIN; i < LENGTH; i++) {
            input[i] = (float) i / LENGTH;
            input[LENGTH + i] = (float) i / LENGTH;
        }
        return Samples.builder(Shape.of(2, LENGTH), List.of("a", "b"))
                .add("ramp", input, 0)
                .build()
                .get(0);
    }
}
