package org.robustest.assertions;

import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Assertions whose failures are collected, and reported together at the end; beside those of Robustest, all of AssertJ's own.
 *
 * <pre>{@code
 * RobustnessSoftAssertions softly = new RobustnessSoftAssertions();
 * softly.assertThat(model).on(samples).under(linf(0.4)).remainsCorrect().isCertifiedForAtLeast(0.5);
 * softly.assertThat(samples).hasSize(2);
 * softly.assertAll();
 * }</pre>
 */
public class RobustnessSoftAssertions extends SoftAssertions implements RobustnessSoftAssertionsProvider {

    /** Creates soft assertions that have collected nothing. */
    public RobustnessSoftAssertions() {}

    /**
     * Makes assertions, and reports their failures together.
     *
     * @param assertions makes the assertions
     * @throws AssertionError if one of them fails
     */
    public static void assertRobustnessSoftly(Consumer<RobustnessSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(RobustnessSoftAssertions.class, assertions);
    }
}
