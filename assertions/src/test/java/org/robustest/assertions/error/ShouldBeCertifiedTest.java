package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldBeCertified.shouldBeCertifiedForAtLeast;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;

class ShouldBeCertifiedTest {

    @Test
    void tellsWhatIsNotProvedFromWhatIsBroken() {
        assertThat(shouldBeCertifiedForAtLeast(Line.evaluate(Line.allCorrect(), 0.6), 0.75)
                        .create())
                .startsWith(
                        "Expecting a certified accuracy of at least 0.75 under linf(0.6) but it was 0.5000 (2 of 4). Of"
                                + " those that are not certified, no counterexample is known to 0.0000 (0 of 4): they may be"
                                + " robust, but it is not proved");
    }
}
