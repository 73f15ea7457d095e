package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.store.CounterexampleFolder;

class FoundCounterexampleTest {

    private static final String FOLDER = "robustest.counterexamples.found";
    private static final String SWITCH = "robustest.counterexamples";

    @TempDir
    Path folder;

    @BeforeEach
    void writeHere() {
        System.setProperty(FOLDER, folder.toString());
    }

    @AfterEach
    void writeAsUsual() {
        System.clearProperty(FOLDER);
        System.clearProperty(SWITCH);
    }

    @Test
    void isWrittenToAFileOfTheTestThatFails() {
        CounterexampleFolder ofThisTest = CounterexampleFolder.of(
                folder, FoundCounterexampleTest.class.getName(), "isWrittenToAFileOfTheTestThatFails");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL).on(Line.allCorrect()).remainsCorrectUnder(linf(0.6)))
                .withMessageContaining("written to:    " + ofThisTest.path());
        assertThat(ofThisTest.read().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.counterexample().breaks(Line.MODEL)).isTrue();
            assertThat(entry.counterexample().finding().sampleId()).isEqualTo("near left");
        });
    }

    @Test
    void isNotWrittenWhenTheUserDoesNotWantThat() throws IOException {
        System.setProperty(SWITCH, "off");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL).on(Line.allCorrect()).remainsCorrectUnder(linf(0.6)))
                .withMessageNotContaining("written to");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotHideTheFailureWhenItCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        System.setProperty(FOLDER, file.toString());
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL).on(Line.allCorrect()).remainsCorrectUnder(linf(0.6)))
                .withMessageContaining("Expecting all of 4 samples")
                .withMessageContaining("written to:    nowhere");
    }

    @Test
    void isLeftToWhoeverMadeAResult() {
        RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(half).remainsCorrect())
                .withMessageNotContaining("written to");
    }
}
