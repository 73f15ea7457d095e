package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** A message that goes on to say where the worst counterexample was written. */
public final class WrittenCounterexample extends BasicErrorMessageFactory {

    private WrittenCounterexample(ErrorMessageFactory message, String place) {
        super("%s%n  written to:    %s", unquotedString(message.create()), unquotedString(place));
    }

    /**
     * Creates the message.
     *
     * @param message what failed
     * @param place the file, or why there is none
     * @return both
     */
    public static ErrorMessageFactory behind(ErrorMessageFactory message, String place) {
        return new WrittenCounterexample(message, place);
    }
}
