package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.transformation.Transformations.baselineWander;
import static org.robustest.transformation.Transformations.muscleNoise;
import static org.robustest.transformation.Transformations.powerLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.assertions.TransformationResultAssert;
import org.robustest.classifier.Classifier;
import org.robustest.reference.cpsc2018.Cpsc2018;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.samples.Samples;
import org.robustest.transformation.Transformation;

/** The assertions find of reference models, each of its usual split, under the noise of recorders what their cards say; skipped where the data is missing. */
class ModelCardTest {

    private static final Map<String, Samples> SAMPLES = new HashMap<>();
    private static final Map<String, Classifier> CLASSIFIERS = new HashMap<>();

    /** A figure of the file beside a card: what a model gets right under noise that is said in words. */
    record Row(ReferenceModel<?> model, String noise, double accuracy) {

        Transformation transformation() {
            String[] words = noise.split(", | dB");
            double decibels = Double.parseDouble(words[1]);
            return switch (words[0]) {
                case "baseline wander" -> baselineWander(decibels, 125);
                case "power line" -> powerLine(decibels, isOfBeats() ? 60 : 50, 125);
                case "muscle noise" -> muscleNoise(decibels, 125);
                default -> throw new IllegalStateException(noise);
            };
        }

        private boolean isOfBeats() {
            return model.name().startsWith("mitbih");
        }

        Samples samples() {
            String dataSet = isOfBeats() ? MitBih.FOLDER : Cpsc2018.FOLDER;
            assumeTrue(DataFolder.find(dataSet).isPresent(), () -> DataFolder.howToProvide(dataSet));
            return SAMPLES.computeIfAbsent(dataSet, name -> {
                Path folder = DataFolder.find(name).orElseThrow();
                return isOfBeats()
                        ? MitBih.open(folder).testBeats().balanced(160)
                        : Cpsc2018.open(folder)
                                .recordings()
                                .singleLabel()
                                .folds(5, 1)
                                .get(0)
                                .test()
                                .samples(Preprocessing.compact());
            });
        }

        TransformationResultAssert assertThatModelUnderNoise() {
            return assertThat(CLASSIFIERS.computeIfAbsent(model.name(), name -> model.classifier()))
                    .on(samples())
                    .transformedBy(transformation()
                            .within(model.inputRange().low(), model.inputRange().high()));
        }

        @Override
        public String toString() {
            return model.name() + ", " + noise;
        }
    }

    private static List<ReferenceModel<?>> shipped() {
        return ReferenceModels.all().stream().filter(ReferenceModel::isShipped).toList();
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (ReferenceModel<?> model : shipped()) {
            for (String line : Files.readAllLines(Path.of("..", "docs", "models", model.name() + ".tsv"))) {
                String[] cells = line.split("\t");
                if (cells[1].equals(model.split().toString()) && cells[2].endsWith(" dB")) {
                    rows.add(new Row(model, cells[2], Double.parseDouble(cells[4])));
                }
            }
        }
        return rows;
    }

    @Test
    void every_card_has_three_kinds_of_noise_at_three_ratios() throws IOException {
        assertThat(rows()).hasSize(9 * shipped().size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void an_assertion_passes_at_the_accuracy_of_the_card_and_fails_at_one_sample_more(Row row) {
        int count = row.samples().size();
        long right = Math.round(row.accuracy() * count);
        TransformationResultAssert underNoise = row.assertThatModelUnderNoise();

        underNoise.hasAccuracyOfAtLeast((double) right / count);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> underNoise.hasAccuracyOfAtLeast((right + 1.0) / count))
                .withMessageContaining("%.4f (%d of %d) after", (double) right / count, right, count);
    }

    /** Where models change their mind about some beats; of few recordings, or less noise, one may not. */
    static List<Row> strongNoise() throws IOException {
        return rows().stream()
                .filter(row -> row.model().name().startsWith("mitbih-mlp")
                        && row.noise().endsWith(" 10 dB"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("strongNoise")
    void a_failing_check_of_invariance_tells_the_accuracy_of_the_card(Row row) {
        TransformationResultAssert underNoise = row.assertThatModelUnderNoise();

        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> underNoise.isInvariantForAtLeast(1))
                .withMessageContaining("%.4f (", row.accuracy())
                .withMessageContaining(" of %d) after", row.samples().size());
    }
}
