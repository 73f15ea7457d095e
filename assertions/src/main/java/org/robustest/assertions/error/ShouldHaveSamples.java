package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** The message when there is nothing to check. */
public final class ShouldHaveSamples extends BasicErrorMessageFactory {

    private ShouldHaveSamples() {
        super(
                "Inconclusive, which does not pass: There are no samples: nothing was tested. Check what the provider of the"
                        + " samples returns.");
    }

    /**
     * Creates the message.
     *
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveSamples() {
        return new ShouldHaveSamples();
    }
}
