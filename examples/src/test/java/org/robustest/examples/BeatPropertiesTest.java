package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.DeepFool;
import org.robustest.attack.Fmn;
import org.robustest.evaluation.MinimumPerturbation;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.jqwik.PerturbedSample;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** What guidance by gradients is good for, on real beats; skipped where the data is missing. */
class BeatPropertiesTest {

    private static final String KEEPING = "robustest.counterexamples";

    @TempDir
    private Path folder;

    @BeforeEach
    void requireBeats() {
        Assumptions.assumeTrue(
                DataFolder.find(MitBih.FOLDER).isPresent(), () -> DataFolder.howToProvide(MitBih.FOLDER));
        FalseBeatProperties.BROKEN.clear();
    }

    @Test
    void a_thousand_tries_at_random_do_not_find_what_a_hundred_guided_ones_do() {
        run("atRandom").assertStatistics(stats -> stats.succeeded(1));
        run("guided").assertStatistics(stats -> stats.failed(1));
    }

    @Test
    void what_was_found_shrinks_to_the_smallest_epsilon_that_any_search_finds() {
        run("guided").assertStatistics(stats -> stats.failed(1));
        List<PerturbedSample> broken = FalseBeatProperties.BROKEN;
        PerturbedSample shrunk = broken.get(broken.size() - 1);

        double smallest = Stream.of(Fmn.withDefaults(), DeepFool.withDefaults(), Cascade.standard())
                .mapToDouble(attack -> smallest(shrunk.original(), attack))
                .min()
                .orElseThrow();

        assertThat(shrunk.size()).isLessThanOrEqualTo(1.05 * smallest);
    }

    @Test
    void a_failure_is_told_in_forty_lines() {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run("guided");
        } finally {
            System.setOut(console);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).strip().lines())
                .hasSizeBetween(20, 40)
                .anySatisfy(line -> assertThat(line).contains(" of [1, 187] values changed by "))
                .anySatisfy(line -> assertThat(line).contains("chosen: ").contains("the steepest step ("));
    }

    private static double smallest(Sample beat, Attack attack) {
        Samples alone = Samples.builder(beat.shape(), BeatClass.names())
                .add(beat.id(), beat.input(), beat.label())
                .build();
        List<MinimumPerturbation> found = RobustnessEvaluation.of(FalseBeatProperties.MODEL)
                .withAttack(attack)
                .minimumPerturbations(alone, epsilon -> linf(epsilon).within(0, 1), 0.02, 12);
        return found.get(0).broken();
    }

    private Events run(String property) {
        String kept = System.getProperty(KEEPING, "find");
        System.setProperty(KEEPING, "off");
        try {
            return EngineTestKit.engine("jqwik")
                    .selectors(selectMethod(FalseBeatProperties.class, property, PerturbedSample.class))
                    .configurationParameter(
                            "jqwik.database", folder.resolve("database").toString())
                    .execute()
                    .testEvents();
        } finally {
            System.setProperty(KEEPING, kept);
        }
    }
}
