package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** The message when there are too few samples to compare two models, so that the comparison could never fail. */
public final class ShouldHaveEnoughSamples extends BasicErrorMessageFactory {

    private ShouldHaveEnoughSamples(int samples, double confidence) {
        super(
                "Inconclusive, which does not pass: on %s samples no difference between two models could be told from chance"
                        + " with %s %% confidence. Test at least %s samples",
                samples, Math.round(1e4 * confidence) / 100.0, (int)
                        Math.ceil(Math.log(1 - confidence) / Math.log(0.5)));
    }

    /**
     * Creates the message.
     *
     * @param samples the number of samples
     * @param confidence the confidence of the comparison
     * @return the message, with the number of samples from which on it can fail
     */
    public static ErrorMessageFactory shouldHaveEnoughSamples(int samples, double confidence) {
        return new ShouldHaveEnoughSamples(samples, confidence);
    }
}
