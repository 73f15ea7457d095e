package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.robustest.reference.wfdb.RecordFiles.word;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationFileTest {

    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;

    @TempDir
    private Path folder;

    @Test
    void addsUpTheIntervals() {
        assertThat(read(word(1, 18), word(5, 1023), word(28, 0), 0))
                .extracting(Annotation::sample, Annotation::symbol)
                .containsExactly(tuple(18L, 'N'), tuple(1041L, 'V'), tuple(1041L, '+'));
    }

    @Test
    void readsLongIntervalsHighWordFirst() {
        assertThat(read(word(SKIP, 0), 0x0001, 0x86a0, word(1, 5), 0).get(0).sample())
                .isEqualTo(100_005);
    }

    @Test
    void readsTextAndItsPadding() {
        List<Annotation> annotations =
                read(word(28, 10), word(AUX, 3), '(' | 'V' << 8, 'T', word(1, 10), word(AUX, 2), '(' | 'N' << 8, 0);

        assertThat(annotations).extracting(Annotation::text).containsExactly("(VT", "(N");
        assertThat(annotations).extracting(Annotation::sample).containsExactly(10L, 20L);
    }

    @Test
    void appliesTheSubtypeToOneAnnotationAndChannelAndNumberToAllThatFollow() {
        List<Annotation> annotations = read(
                word(14, 1), word(SUB, 0x3ff), word(CHN, 1), word(NUM, 2), word(14, 1), word(14, 1), word(CHN, 0), 0);

        assertThat(annotations).extracting(Annotation::subtype).containsExactly(-1, 0, 0);
        assertThat(annotations).extracting(Annotation::channel).containsExactly(1, 1, 0);
        assertThat(annotations).extracting(Annotation::number).containsExactly(2, 2, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1;N", "2;L", "3;R", "4;a", "5;V", "6;F", "7;J", "8;A", "9;S", "10;E", "11;j", "12;/", "13;Q", "14;~",
                "16;|", "18;s", "19;T", "20;*", "21;D", "22;\"", "23;=", "24;p", "25;B", "26;^", "27;t", "28;+", "29;u",
                "30;?", "31;!", "32;[", "33;]", "34;e", "35;n", "36;@", "37;x", "38;f", "39;(", "40;)", "41;r"
            })
    void knowsTheSymbolOfEveryCode(int code, char symbol) {
        assertThat(read(word(code, 1), 0).get(0).symbol()).isEqualTo(symbol);
    }

    @Test
    void showsCodesWithoutASymbolAsSpace() {
        assertThat(read(word(15, 1), word(49, 1), 0))
                .extracting(Annotation::symbol)
                .containsOnly(' ');
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = RecordFiles.words(RecordFiles.ANNOTATIONS);
        for (int length = 0; length < whole.length; length++) {
            RecordFiles.write(folder.resolve("r.atr"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> AnnotationFile.read(folder.resolve("r.atr")))
                    .isInstanceOf(WfdbException.class)
                    .hasMessageContaining("r.atr, byte ")
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void refusesWhatIsNotOfTheFormat() {
        assertRefused("byte 2: expected a code up to 49 or from 59, but found code 50", word(1, 1), word(50, 1), 0);
        assertRefused("byte 0: expected an annotation code from 1", word(0, 1), 0);
        assertRefused("byte 0: expected an annotation before its modifiers", word(SUB, 1), 0);
        assertRefused(
                "byte 8: expected an annotation at sample 5 or later",
                word(1, 5),
                word(SKIP, 0),
                0xffff,
                0xffff,
                word(1, 0),
                0);
        assertRefused("byte 4: expected nothing after the end mark", word(1, 5), 0, 1);
    }

    @Test
    void refusesTimesThatAreNotInSamples() {
        String text = "## time resolution: 1000";
        int[] words = new int[3 + text.length() / 2];
        words[0] = word(22, 0);
        words[1] = word(AUX, text.length());
        for (int i = 0; i < text.length() / 2; i++) {
            words[2 + i] = text.charAt(2 * i) | text.charAt(2 * i + 1) << 8;
        }

        assertRefused("expected times in samples, but found a statement of \"## time resolution: 1000\"", words);
    }

    private void assertRefused(String message, int... words) {
        assertThatThrownBy(() -> read(words)).isInstanceOf(WfdbException.class).hasMessageContaining(message);
    }

    private List<Annotation> read(int... words) {
        RecordFiles.write(folder.resolve("r.atr"), RecordFiles.words(words));
        return AnnotationFile.read(folder.resolve("r.atr"));
    }
}
