package org.robustest.assertions.error;

import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.Counterexample;
import org.robustest.perturbation.PerturbationSet;

/** The message when a counterexample lies outside of a set. */
public final class ShouldLieIn extends BasicErrorMessageFactory {

    private ShouldLieIn(Counterexample actual, PerturbationSet set) {
        super(
                "Expecting the counterexample to lie in %s but it is not known to: its perturbation is %s in the norm of %s%n"
                        + "  %s",
                unquotedString(set.toString()),
                unquotedString(String.format(Locale.ROOT, "%.4g", actual.distance())),
                unquotedString(actual.set().toString()),
                unquotedString(actual.toString()));
    }

    /**
     * Creates the message.
     *
     * @param actual the counterexample
     * @param set the set that it is not in
     * @return the message
     */
    public static ErrorMessageFactory shouldLieIn(Counterexample actual, PerturbationSet set) {
        return new ShouldLieIn(actual, set);
    }
}
