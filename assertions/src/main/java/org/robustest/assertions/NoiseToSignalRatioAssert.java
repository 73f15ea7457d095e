package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldHaveNoiseToSignalRatio.shouldHaveNoiseToSignalRatioBelow;
import static org.robustest.assertions.error.ShouldHaveSamples.shouldHaveSamples;

import java.util.List;
import java.util.stream.IntStream;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.NoiseToSignalRatio;
import org.robustest.evaluation.Prediction;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/** The assertion that the noise-to-signal ratio is below a bound, which has still to be told for how many samples. */
public class NoiseToSignalRatioAssert
        extends AbstractRobustnessAssert<NoiseToSignalRatioAssert, DifferentiableClassifier> {

    private final Samples samples;
    private final PerturbationSet set;
    private final double bound;

    NoiseToSignalRatioAssert(DifferentiableClassifier actual, Samples samples, PerturbationSet set, double bound) {
        super(actual, NoiseToSignalRatioAssert.class);
        this.samples = samples;
        this.set = set;
        this.bound = bound;
    }

    /**
     * Verifies that a share of ALL samples is classified correctly and has a noise-to-signal ratio below the bound. It costs one
     * gradient a sample, and proves nothing, unless the model is linear.
     *
     * <pre>{@code
     * // passes: logits are -x and x, the inputs 0.5 and -0.5, and 0.4 * 1 / (0.5 + 0.01) is 0.784
     * assertThat(model).on(samples).under(linf(0.4)).hasNoiseToSignalRatioBelow(0.8).forAtLeast(0.9);
     *
     * // fails: 0.6 * 1 / (0.5 + 0.01) is 1.176
     * assertThat(model).on(samples).under(linf(0.6)).hasNoiseToSignalRatioBelow(0.8).forAtLeast(0.9);
     * }</pre>
     *
     * @param required the smallest share of the samples that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the share is smaller, or there are no samples
     * @throws IllegalArgumentException if the share is not from 0 to 1, or the samples do not fit the model or the set
     */
    public NoiseToSignalRatioAssert forAtLeast(double required) {
        RequiredAccuracy.check(required);
        return verify(() -> {
            if (samples.size() == 0) {
                fail(shouldHaveSamples());
            }
            List<NoiseToSignalRatio> ratios = NoiseToSignalRatio.of(actual, samples, set);
            List<Prediction> predictions = Prediction.of(actual, samples);
            List<NoiseToSignalRatio> below = IntStream.range(0, ratios.size())
                    .filter(i -> predictions.get(i).isCorrect() && ratios.get(i).value() < bound)
                    .mapToObj(ratios::get)
                    .toList();
            double share = (double) below.size() / ratios.size();
            if (share < required) {
                throw shortfall(
                        shouldHaveNoiseToSignalRatioBelow(bound, required, set, ratios, predictions), share, required);
            }
        });
    }
}
