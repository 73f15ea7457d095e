package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.reference.model.TrainingMethod.CROSS_ENTROPY;
import static org.robustest.reference.model.TrainingMethod.NSR;
import static org.robustest.transformation.Transformations.baselineWander;
import static org.robustest.transformation.Transformations.muscleNoise;
import static org.robustest.transformation.Transformations.powerLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.assertions.TransformationResultAssert;
import org.robustest.classifier.Classifier;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Samples;
import org.robustest.transformation.Transformation;

/** The assertions find of reference models under the noise of recorders what their cards say; skipped where the beats are missing. */
class ModelCardTest {

    private static final int BEATS = 800;

    private static Samples beats;

    /** One row of a card, with how its noise is written in a test. */
    record Row(ReferenceModel<?> model, String noise, Transformation transformation) {

        /** Returns how many of the beats are right, by the file of figures beside the card. */
        long right() throws IOException {
            String start = String.join("\t", model.name(), "by-beat", noise, "0", "");
            return Files.readAllLines(Path.of("..", "docs", "models", model.name() + ".tsv")).stream()
                    .filter(line -> line.startsWith(start))
                    .mapToLong(line -> Math.round(Double.parseDouble(line.substring(start.length())) * BEATS))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeAll
    static void openBeats() {
        Assumptions.assumeTrue(
                DataFolder.find(MitBih.FOLDER).isPresent(), () -> DataFolder.howToProvide(MitBih.FOLDER));
        beats = MitBih.open(DataFolder.find(MitBih.FOLDER).orElseThrow())
                .testBeats()
                .balanced(BEATS / 5);
    }

    static Stream<Row> rows() {
        return Stream.of(CROSS_ENTROPY, NSR)
                .map(ReferenceModels::mitBihMlp)
                .flatMap(model -> Stream.of(
                        new Row(model, "baseline wander, 20 dB", baselineWander(20, 125)),
                        new Row(model, "power line, 20 dB", powerLine(20, 60, 125)),
                        new Row(model, "muscle noise, 10 dB", muscleNoise(10, 125))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void an_assertion_passes_at_the_accuracy_of_the_card_and_fails_at_one_beat_more(Row row) throws IOException {
        TransformationResultAssert underNoise = underNoise(row);
        double accuracy = (double) row.right() / BEATS;

        underNoise.hasAccuracyOfAtLeast(accuracy);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> underNoise.hasAccuracyOfAtLeast(accuracy + 1.0 / BEATS))
                .withMessageContaining("%.4f (%d of %d) after", accuracy, row.right(), BEATS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_failing_check_of_invariance_tells_the_accuracy_of_the_card(Row row) throws IOException {
        Classifier model = row.model().classifier();
        long right = row.right();

        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(model)
                        .on(beats)
                        .isInvariantTo(row.transformation().within(0, 1)))
                .withMessageContaining("%.4f (%d of %d) after", (double) right / BEATS, right, BEATS);
    }

    private static TransformationResultAssert underNoise(Row row) {
        return assertThat((Classifier) row.model().classifier())
                .on(beats)
                .transformedBy(row.transformation().within(0, 1));
    }
}
