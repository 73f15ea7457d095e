package org.robustest.assertions.error;

import java.util.function.UnaryOperator;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.transformation.TransformationResult;

/** The message when a transformation changes predictions. */
public final class ShouldBeInvariant extends BasicErrorMessageFactory {

    private ShouldBeInvariant(TransformationResult actual, double required) {
        super(
                "Expecting the prediction to be the same before and after the transformation for at least %s of the samples, but it is for %s%n%s",
                required,
                unquotedString(Transformed.share(actual, actual.invariance()).toString()),
                unquotedString(Transformed.of(actual, actual.violations(UnaryOperator.identity()))));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @param required the share that was asked for
     * @return the message, with the first samples of which it is not true
     */
    public static ErrorMessageFactory shouldBeInvariantForAtLeast(TransformationResult actual, double required) {
        return new ShouldBeInvariant(actual, required);
    }
}
