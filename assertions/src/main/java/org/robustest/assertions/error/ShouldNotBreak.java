package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.Prediction;

/** The message when a model still gets a counterexample wrong. */
public final class ShouldNotBreak extends BasicErrorMessageFactory {

    private ShouldNotBreak(Counterexample actual, Prediction prediction) {
        super(
                "Expecting a model to get the counterexample right, but it %s%n  %s",
                unquotedString(found(prediction)), unquotedString(actual.toString()));
    }

    private static String found(Prediction prediction) {
        int trueClass = prediction.sample().label();
        if (!prediction.isFinite()) {
            return "predicts no class, since its logits are not all finite; the true class is " + trueClass;
        }
        return prediction.margin() < 0
                ? "predicts class " + prediction.label() + ", not the true class, " + trueClass
                : "gives class " + prediction.label() + " the same logit as the true class, " + trueClass;
    }

    /**
     * Creates the message.
     *
     * @param actual the counterexample
     * @param prediction what the model says of it
     * @return the message
     */
    public static ErrorMessageFactory shouldNotBreak(Counterexample actual, Prediction prediction) {
        return new ShouldNotBreak(actual, prediction);
    }
}
