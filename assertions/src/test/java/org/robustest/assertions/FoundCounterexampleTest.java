package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.robustest.attack.Budget;
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
    void isWrittenForEveryAssertionThatHasSearched() {
        ClassifierOnSamplesAssert onTwenty = assertThat(Line.MODEL).on(Line.twenty());
        ClassifierUnderPerturbationAssert under = onTwenty.under(linf(0.6));
        ClassifierUnderGrowingPerturbationAssert growing = onTwenty.under(epsilon -> linf(epsilon));
        requireWritten(under::remainsCorrect);
        requireWritten(() -> under.hasRobustAccuracyOfAtLeast(0.6));
        requireWritten(() -> under.hasRobustAccuracyOfAtLeast(0.5).withConfidence(0.95));
        requireWritten(() -> under.isCertifiedForAtLeast(0.6));
        requireWritten(() -> under.isNotBrokenWithin(Budget.ofForwards(100)));
        requireWritten(() -> under.isAtLeastAsRobustAs(Line.REPAIRED));
        requireWritten(() -> under.forClass("left").remainsCorrect());
        requireWritten(() -> under.forEachClass(each -> each.remainsCorrect()));
        requireWritten(() -> growing.hasMedianMinimumPerturbationOfAtLeast(0.6));
        requireWritten(() -> growing.at(0.4, 0.6).satisfiesCurve(epsilon -> 0.6));
        requireWritten(() -> growing.at(0.4, 0.6).hasAreaOfAtLeast(0.95));
        requireWritten(() -> growing.at(0.4, 0.6).last().remainsCorrect());
    }

    private static void requireWritten(ThrowingCallable assertion) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .withMessageMatching("(?s).*\\R  written to:    \\S+\\.json");
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
