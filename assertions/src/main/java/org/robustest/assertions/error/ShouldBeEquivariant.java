package org.robustest.assertions.error;

import java.util.function.UnaryOperator;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.transformation.TransformationResult;

/** The message when predictions do not follow a transformation. */
public final class ShouldBeEquivariant extends BasicErrorMessageFactory {

    private ShouldBeEquivariant(TransformationResult actual, double required, UnaryOperator<String> classes) {
        super(
                "Expecting the prediction to change as the transformation does for at least %s of the samples, but it does for %s%n%s",
                required,
                unquotedString(
                        Transformed.share(actual, actual.equivariance(classes)).toString()),
                unquotedString(Transformed.of(actual, actual.violations(classes))));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @param required the share that was asked for
     * @param classes gives for the name of a class that of the class that the transformation makes of it
     * @return the message, with the first samples of which it is not true
     */
    public static ErrorMessageFactory shouldBeEquivariantForAtLeast(
            TransformationResult actual, double required, UnaryOperator<String> classes) {
        return new ShouldBeEquivariant(actual, required, classes);
    }
}
