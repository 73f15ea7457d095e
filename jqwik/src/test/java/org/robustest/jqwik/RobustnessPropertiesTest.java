package org.robustest.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.perturbation.Perturbations;
import org.robustest.samples.Sample;
import org.robustest.store.CounterexampleFolder;
import org.robustest.store.Hash;
import org.robustest.store.StoredCounterexample;

/** Runs properties by jqwik itself. */
class RobustnessPropertiesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        Fixtures.FalseProperty.TRIED.clear();
        Fixtures.ChangesOneValue.TRIED.clear();
        Fixtures.TrueProperties.SEEN.clear();
        Fixtures.Defaults.TRIED.clear();
    }

    @Test
    void a_counterexample_shrinks_to_the_smallest_epsilon_in_closed_form() {
        run(Fixtures.FalseProperty.class, "find").tests().assertStatistics(stats -> stats.failed(1));

        PerturbedSample shrunk = last(wrong(Fixtures.FalseProperty.TRIED));

        assertThat(shrunk.size() / Alarm.smallest(shrunk.original())).isBetween(1.0, 1.005);
    }

    @Test
    void the_same_seed_gives_the_same_tries() throws IOException {
        run(Fixtures.FalseProperty.class, "off");
        List<PerturbedSample> first = List.copyOf(Fixtures.FalseProperty.TRIED);
        forget();
        Files.delete(folder.resolve("database"));
        run(Fixtures.FalseProperty.class, "off");

        assertThat(Fixtures.FalseProperty.TRIED).isEqualTo(first);
    }

    @Test
    void without_a_model_shrinking_leaves_the_only_value_that_matters() {
        run(Fixtures.ChangesOneValue.class, "find").tests().assertStatistics(stats -> stats.failed(1));

        PerturbedSample shrunk = last(Fixtures.ChangesOneValue.TRIED.stream()
                .filter(each -> Math.abs(each.input()[2] - each.original().input()[2]) >= 0.01f)
                .toList());

        assertThat(shrunk.changed()).isEqualTo(1);
        assertThat(shrunk.size()).isEqualTo(0.01, within(0.0001));
    }

    @Test
    void a_failure_takes_no_more_than_forty_lines() {
        PropertyRun run = run(Fixtures.FalseProperty.class, "find");

        assertThat(run.lines()).hasSizeLessThanOrEqualTo(36);
        assertThat(run.output()).contains("of class quiet, 8 of [8] values changed by", "perturbed ", "change ");
    }

    @Test
    void a_failure_with_thousands_of_values_takes_no_more_than_forty_lines() {
        assertThat(run(Fixtures.ManyChannels.class, "find").lines())
                .hasSizeBetween(20, 40)
                .anySatisfy(line -> assertThat(line).contains("of class normal", "of [8, 3000] values changed by"))
                .anySatisfy(line -> assertThat(line).contains("class: normal ("))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @Test
    void a_counterexample_is_written_where_those_of_the_engine_are() {
        PropertyRun run = run(Fixtures.FalseProperty.class, "find");

        StoredCounterexample written = only("found");
        assertThat(run.output()).contains("counterexample", ".json");
        assertThat(written.breaks(Alarm.model())).isTrue();
        assertThat(written.liesIn(
                        Perturbations.linf(0.5).within(0, 1),
                        last(wrong(Fixtures.FalseProperty.TRIED)).original()))
                .isTrue();
        assertThat(folder.resolve("stored")).doesNotExist();
    }

    @Test
    void a_stored_counterexample_is_the_first_try_and_is_not_stored_again() throws IOException {
        run(Fixtures.FalseProperty.class, "update");
        StoredCounterexample stored = only("stored");
        Files.delete(folder.resolve("database"));
        forget();

        PropertyRun again = run(Fixtures.FalseProperty.class, "update");

        again.tests().assertStatistics(stats -> stats.failed(1));
        assertThat(Fixtures.FalseProperty.TRIED.get(0).input()).isEqualTo(stored.input());
        assertThat(again.output()).contains("stored counterexample").containsPattern("tries = 1 ");
        assertThat(only("stored").input()).isEqualTo(stored.input());
    }

    @Test
    void stored_counterexamples_go_together_with_the_failures_that_jqwik_remembers() {
        run(Fixtures.FalseProperty.class, "update");
        forget();

        run(Fixtures.FalseProperty.class, "find").tests().assertStatistics(stats -> stats.failed(1));

        assertThat(Fixtures.FalseProperty.TRIED.get(0).input())
                .isEqualTo(only("stored").input());
    }

    @Test
    void nothing_is_written_or_replayed_when_that_is_off() {
        run(Fixtures.FalseProperty.class, "update");
        forget();

        PropertyRun run = run(Fixtures.FalseProperty.class, "off");

        assertThat(run.output()).doesNotContain("stored counterexample");
        assertThat(folder.resolve("found")).doesNotExist();
    }

    @Test
    void a_property_does_not_pass_beside_a_file_that_nobody_can_read() throws IOException {
        Path property = CounterexampleFolder.of(
                        folder.resolve("stored"), Fixtures.TrueProperties.class.getName(), "aSetMayBeAMethod")
                .path();
        Files.createDirectories(property);
        Files.writeString(property.resolve("damaged.json"), "{");

        PropertyRun run = run(Fixtures.TrueProperties.class, "find");

        run.tests().assertStatistics(stats -> stats.succeeded(2).failed(1));
        assertThat(run.failure()).contains("nothing can be concluded", "damaged.json");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 1"})
    void a_property_does_not_pass_before_all_that_is_stored_has_been_tried(int stored, int failed) throws IOException {
        CounterexampleFolder property = CounterexampleFolder.of(
                folder.resolve("stored"), Fixtures.HasTwoTries.class.getName(), "isNotAskedMuch");
        for (int i = 0; i < stored; i++) {
            property.add(alarmOf("quiet/" + i));
        }

        PropertyRun run = run(Fixtures.HasTwoTries.class, "find");

        run.tests().assertStatistics(stats -> stats.succeeded(1 - failed).failed(failed));
        if (failed > 0) {
            assertThat(run.failure())
                    .contains("of 4 stored counterexamples, ", " have not been tried", "Allow more tries");
        }
    }

    /** Returns a counterexample in the upper corner of what may stand for a sample. */
    private static StoredCounterexample alarmOf(String id) {
        Subject subject = Alarm.subject(Perturbations.linf(0.5).within(0, 1));
        Sample sample = subject.samples().where(each -> each.id().equals(id)).get(0);
        float[] point = sample.input();
        subject.set().around(sample).maximize(Alarm.WEIGHTS, point);
        return StoredCounterexample.of(
                sample,
                subject.set(),
                point,
                Alarm.model(),
                Hash.of(Alarm.model(), subject.samples()),
                new StoredCounterexample.Origin("test", 1, "upper corner"));
    }

    @Test
    void samples_sets_and_attacks_are_provided_as_their_annotations_say() {
        PropertyRun run = run(Fixtures.TrueProperties.class, "find");

        run.tests().assertStatistics(stats -> stats.succeeded(3));
        assertThat(Fixtures.TrueProperties.SEEN).contains("quiet/1", "quiet/3", "Pgd", "Fmn", "DeepFool");
    }

    @Test
    void statistics_tell_the_classes_and_how_perturbations_were_chosen() {
        assertThat(run(Fixtures.TrueProperties.class, "find").output())
                .contains("(50) tries =")
                .containsPattern(
                        "class: (quiet|alarm) \\(\\d+\\), (quiet|alarm) \\(\\d+\\); chosen: the steepest step \\(\\d+\\)");
    }

    @Test
    void a_nested_class_sees_the_providers_around_it() {
        run(Fixtures.Outer.class, "find").tests().assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void what_stands_at_a_class_holds_for_parameters_that_do_not_have_it_themselves() {
        run(Fixtures.Defaults.class, "find").tests().assertStatistics(stats -> stats.succeeded(2));

        assertThat(Fixtures.Defaults.TRIED)
                .extracting(PerturbedSample::className)
                .contains("quiet", "alarm");
        assertThat(Fixtures.Defaults.TRIED).hasSize(40).allSatisfy(each -> {
            boolean isOfTheClass = each.className().equals("quiet");
            assertThat(each.origin()).isEqualTo(isOfTheClass ? "a random corner" : "random");
            assertThat(each.set().epsilon()).isEqualTo(isOfTheClass ? 0.01 : 0.2);
        });
    }

    @Test
    void missing_data_skips_a_property_with_the_reason() {
        PropertyRun run = run(Fixtures.MissingData.class, "find");

        run.tests().assertStatistics(stats -> stats.skipped(1).failed(0));
        assertThat(run.tests().skipped().list().toString()).contains("the readings are not on this machine");
    }

    @Test
    void a_model_without_gradients_is_tried_at_random_and_attacked_by_logits() {
        PropertyRun run = run(Fixtures.NoGradients.class, "find");

        assertThat(run.failure()).contains("need a model with gradients", "choose by RANDOM and CORNER");
        run.tests().assertStatistics(stats -> stats.succeeded(2).failed(1));
    }

    @Test
    void what_is_missing_is_said_with_its_remedy() {
        assertThat(run(Fixtures.NoInputs.class, "find").failure()).contains("add: static Samples");
        assertThat(run(Fixtures.TwoInputs.class, "find").failure()).contains("one, other", "@OfInputs");
        assertThat(run(Fixtures.OtherModel.class, "find").failure())
                .contains("inputs of shape [2] and has 3 outputs", "shape [8] and the classes [quiet, alarm]");
        assertThat(run(Fixtures.NoSet.class, "find").failure()).contains("@Within(\"linf(0.02)\")");
        assertThat(run(Fixtures.NoSampleLeft.class, "find").failure()).contains("a property of nothing");
        assertThat(run(Fixtures.FalseProperty.class, "sometimes").failure()).contains("find, update, off");
    }

    private PropertyRun run(Class<?> properties, String counterexamples) {
        return PropertyRun.of(properties, folder, counterexamples);
    }

    private StoredCounterexample only(String root) {
        List<CounterexampleFolder.Contents.Entry> entries = CounterexampleFolder.of(
                        folder.resolve(root), Fixtures.FalseProperty.class.getName(), "staysCorrect")
                .read()
                .entries();
        assertThat(entries).hasSize(1);
        return entries.get(0).counterexample();
    }

    private static List<PerturbedSample> wrong(List<PerturbedSample> tried) {
        return tried.stream()
                .filter(each -> !each.isClassifiedCorrectlyBy(Alarm.model()))
                .toList();
    }

    private static PerturbedSample last(List<PerturbedSample> list) {
        return list.get(list.size() - 1);
    }
}
