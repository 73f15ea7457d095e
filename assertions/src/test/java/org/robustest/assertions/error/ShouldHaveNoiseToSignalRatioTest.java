package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveNoiseToSignalRatio.shouldHaveNoiseToSignalRatioBelow;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.NoiseToSignalRatio;
import org.robustest.evaluation.Prediction;
import org.robustest.samples.Samples;

class ShouldHaveNoiseToSignalRatioTest {

    /** The ratios are 0.51 / 0.51 = 1, and infinite where the logit of the true class is negative. */
    @Test
    void namesTheLargestRatios() {
        Samples samples = Line.samples()
                .add("near", new float[] {0.5F}, 1)
                .add("wrong", new float[] {-0.5F}, 1)
                .build();
        assertThat(shouldHaveNoiseToSignalRatioBelow(
                                1.1,
                                0.75,
                                linf(0.51),
                                NoiseToSignalRatio.of(Line.MODEL, samples, linf(0.51)),
                                Prediction.of(Line.MODEL, samples))
                        .create())
                .isEqualTo(String.format(
                        "Expecting a noise-to-signal ratio below 1.1 under linf(0.51) for at least 0.75 of the"
                                + " samples, but it is for 0.5000 (1 of 2)%n"
                                + "  largest:       wrong Infinity, near 1.000; 1 of 2 are infinite, since the logit of the true class is not positive%n"
                                + "  misclassified: wrong"));
    }
}
