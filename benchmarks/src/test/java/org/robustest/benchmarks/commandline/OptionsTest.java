package org.robustest.benchmarks.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<String> KNOWN = List.of("--runs", "--epsilon");

    @Test
    void valuesAreRead() {
        Options options = Options.parse(List.of("--epsilon", "0.01,0.03", "--runs", "7"), KNOWN);

        assertThat(options.count("--runs", 1, 5)).isEqualTo(7);
        assertThat(options.numbers("--epsilon", List.of())).containsExactly(0.01, 0.03);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(Options.parse(List.of(), KNOWN).count("--runs", 1, 5)).isEqualTo(5);
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThatThereAre() {
        List<String> arguments = List.of("--run", "7");

        assertThatThrownBy(() -> Options.parse(arguments, KNOWN))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("--run", "--runs", "--epsilon");
    }
}
