package org.robustest.reference.beats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeatClassTest {

    @ParameterizedTest
    @CsvSource({
        "N, N", "L, N", "R, N", "e, N", "j, N", "A, S", "a, S", "J, S", "S, S", "V, V", "E, V", "F, F", "/, Q", "f, Q",
        "Q, Q"
    })
    void groupsTheSymbolsOfBeats(char symbol, BeatClass beatClass) {
        assertThat(BeatClass.ofSymbol(symbol)).contains(beatClass);
    }

    @ParameterizedTest
    @CsvSource({"+", "~", "|", "!", "x", "[", "' '"})
    void knowsThatOtherSymbolsMarkNoBeat(char symbol) {
        assertThat(BeatClass.ofSymbol(symbol)).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheLabels() {
        assertThat(BeatClass.names()).containsExactly("N", "S", "V", "F", "Q");
    }
}
