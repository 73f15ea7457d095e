package org.robustest.reference.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class SyntheticBeatsTest {

    private final SyntheticEcg ecg =
            SyntheticEcg.withDefaults().withWhiteNoise(0.02).withBaselineWander(0.05);

    @Test
    void lookLikeTheRealOnesFromOutside() {
        Samples beats = ecg.beats(25);

        assertThat(beats.shape()).isEqualTo(Shape.of(1, 187));
        assertThat(beats.classNames()).containsExactly("N", "S", "V", "F", "Q");
        assertThat(beats.countsByLabel()).containsOnly(25);
        assertThat(beats.range().low()).isZero();
        assertThat(beats.range().high()).isEqualTo(1);
        for (Sample beat : beats) {
            assertThat(beat.id()).matches("synthetic/1/[0-9]+@[0-9]+");
            for (float value : beat.input()) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void areTheSameForTheSameSeedOnly() {
        Samples first = ecg.beats(10);
        Samples second = ecg.beats(10);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).id()).isEqualTo(first.get(i).id());
            assertThat(second.get(i).input()).isEqualTo(first.get(i).input());
        }

        assertThat(ecg.withSeed(2).beats(10).get(0).input())
                .isNotEqualTo(first.get(0).input());
    }

    @Test
    void areMostlyToldApartEvenByTheNearestMeanOfOtherPatients() {
        Samples known = ecg.beats(60);
        Samples others = ecg.withSeed(2).beats(60);
        double[][] means = new double[5][187];
        for (Sample beat : known) {
            float[] input = beat.input();
            for (int i = 0; i < input.length; i++) {
                means[beat.label()][i] += input[i] / 60.0;
            }
        }

        int right = 0;
        for (Sample beat : others) {
            right += nearest(means, beat.input()) == beat.label() ? 1 : 0;
        }

        assertThat((double) right / others.size()).isGreaterThan(0.6);
    }

    private static int nearest(double[][] means, float[] input) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int label = 0; label < means.length; label++) {
            double distance = 0;
            for (int i = 0; i < input.length; i++) {
                distance += (input[i] - means[label][i]) * (input[i] - means[label][i]);
            }
            if (distance < smallest) {
                smallest = distance;
                nearest = label;
            }
        }
        return nearest;
    }
}
