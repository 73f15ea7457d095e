package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveNoiseToSignalRatio.shouldHaveNoiseToSignalRatioBelow;
import static org.robustest.assertions.error.ShouldHaveSamples.shouldHaveSamples;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.NoiseToSignalRatio;
import org.robustest.evaluation.Prediction;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class HasNoiseToSignalRatioBelowTest {

    /** Of the inputs ±0.5 and ±1.5 the ratios under a noise of 0.4 are 0.4 / 0.51 = 0.784 and 0.4 / 1.51 = 0.265. */
    private final Samples samples = Line.allCorrect();

    @Test
    void passesWhenEnoughRatiosAreBelow() {
        assertThat(Line.MODEL)
                .on(samples)
                .under(linf(0.4))
                .hasNoiseToSignalRatioBelow(0.785)
                .forAtLeast(1);
        assertThat(Line.MODEL)
                .on(samples)
                .under(linf(0.4))
                .hasNoiseToSignalRatioBelow(0.784)
                .forAtLeast(0.5);
    }

    @Test
    void failsWhenTooFewAre() {
        List<NoiseToSignalRatio> ratios = NoiseToSignalRatio.of(Line.MODEL, samples, linf(0.4));
        List<Prediction> predictions = Prediction.of(Line.MODEL, samples);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(samples)
                        .under(linf(0.4))
                        .hasNoiseToSignalRatioBelow(0.784)
                        .forAtLeast(0.51))
                .withMessage(shouldHaveNoiseToSignalRatioBelow(0.784, 0.51, linf(0.4), ratios, predictions)
                        .create());
    }

    @Test
    void countsAMisclassifiedSampleAsWrong() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(Line.oneMisclassified())
                        .under(linf(0.1))
                        .hasNoiseToSignalRatioBelow(Double.POSITIVE_INFINITY)
                        .forAtLeast(0.6));
    }

    @Test
    void doesNotPassOnNoSamples() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(Line.samples().build())
                        .under(linf(0.1))
                        .hasNoiseToSignalRatioBelow(1)
                        .forAtLeast(0))
                .withMessage(shouldHaveSamples().create());
    }

    @Test
    void refusesAModelWithoutGradients() {
        Classifier withoutGradients = new Classifier() {
            @Override
            public Shape inputShape() {
                return Shape.of(1);
            }

            @Override
            public int classCount() {
                return 2;
            }

            @Override
            public void logits(float[] inputs, int count, float[] logits) {}
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(withoutGradients)
                        .on(samples)
                        .under(linf(0.1))
                        .hasNoiseToSignalRatioBelow(1))
                .withMessageContaining("hasRobustAccuracyOfAtLeast");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesABoundThatIsNotPositive(double bound) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(Line.MODEL).on(samples).under(linf(0.1)).hasNoiseToSignalRatioBelow(bound));
    }
}
