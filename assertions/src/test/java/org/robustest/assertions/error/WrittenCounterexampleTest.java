package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.WrittenCounterexample.behind;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.junit.jupiter.api.Test;

class WrittenCounterexampleTest {

    @Test
    void standsBehindTheMessage() {
        assertThat(behind(new BasicErrorMessageFactory("100 %s", "percent"), "target/100%.json")
                        .create())
                .isEqualTo(String.format("100 \"percent\"%n  written to:    target/100%%.json"));
    }
}
