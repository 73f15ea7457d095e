package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.TrainingLength.steps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class AugmentationTest {

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 12);

    @Test
    void a_sample_is_changed_anew_each_time_and_keeps_its_id_and_label() {
        Samples one = samples.where(sample -> sample.id().equals("sample 4"));
        Batches batches = augmented(new ShuffledBatches(one, 1, 1), 1);
        float original = one.get(0).input()[0];

        Set<Float> gains = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Sample changed = batches.next().get(0);
            assertThat(changed.id()).isEqualTo("sample 4");
            assertThat(changed.label()).isEqualTo(one.get(0).label());
            gains.add(changed.input()[0] / original);
        }

        assertThat(gains).hasSize(20).allSatisfy(gain -> assertThat(gain).isBetween(0.499f, 1.501f));
        assertThat(one.get(0).input()[0]).isEqualTo(original);
    }

    @Test
    void a_sample_that_stands_twice_in_a_batch_is_changed_in_two_ways() {
        Samples few = samples.balanced(1);

        List<Sample> batch = augmented(new ClassBalancedBatches(few, 6, 1), 1).next();

        assertThat(batch.get(0).id()).isEqualTo(batch.get(3).id());
        assertThat(batch.get(0).input()).isNotEqualTo(batch.get(3).input());
    }

    @Test
    void changes_depend_on_the_seed_and_the_step_alone() {
        List<float[]> expected = inputs(augmented(new ShuffledBatches(samples, 4, 1), 1), 7);

        Batches skipped = augmented(new ShuffledBatches(samples, 4, 1), 1);
        skipped.skip(5);
        assertThat(inputs(skipped, 2)).usingRecursiveComparison().isEqualTo(expected.subList(20, 28));
        assertThat(inputs(augmented(new ShuffledBatches(samples, 4, 1), 2), 1).get(0))
                .isNotEqualTo(expected.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void an_augmented_training_gives_the_same_bits_on_any_number_of_threads(int threads) {
        MultiLayerNetwork expected = mlp();
        MultiLayerNetwork found = mlp();
        Trainer.of(expected)
                .withAugmentation(new RandomGain(0.5))
                .withThreads(3)
                .fit(samples, steps(5));

        Trainer.of(found)
                .withAugmentation(new RandomGain(0.5))
                .withThreads(threads)
                .fit(samples, steps(5));

        assertThat(found.params().toFloatVector()).isEqualTo(expected.params().toFloatVector());
    }

    @Test
    void the_model_learns_the_changed_samples_and_not_the_originals() {
        Augmentation doubling = (sample, random) -> times(2, sample);
        MultiLayerNetwork augmented = mlp();
        MultiLayerNetwork ofDoubles = mlp();
        Samples.Builder doubles = Samples.builder(samples.shape(), samples.classNames());
        for (Sample sample : samples) {
            doubles.add(sample.id(), times(2, sample), sample.label());
        }

        Trainer.of(augmented).withAugmentation(doubling).fit(samples, steps(3));
        Trainer.of(ofDoubles).fit(doubles.build(), steps(3));

        assertThat(augmented.params().toFloatVector())
                .isEqualTo(ofDoubles.params().toFloatVector());
    }

    @Test
    void adversarial_training_starts_from_the_changed_samples() {
        Augmentation doubling = (sample, random) -> times(2, sample);
        List<float[]> seen = new ArrayList<>();
        TrainingObjective spy = new TrainingObjective() {
            @Override
            public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
                for (int i = 0; i < batch.size(); i++) {
                    seen.add(batch.sample(i).input());
                }
                return Objectives.adversarial(linf(0.1)).addGradients(batch, weight, gradients);
            }
        };

        Trainer.of(mlp()).with(spy).withAugmentation(doubling).fit(samples.balanced(1), steps(1));

        assertThat(seen)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(
                        times(2, samples.balanced(1).get(0)),
                        times(2, samples.balanced(1).get(1)),
                        times(2, samples.balanced(1).get(2)));
    }

    @Test
    void the_second_of_two_augmentations_is_given_what_the_first_has_made() {
        Augmentation both = ((Augmentation) (sample, random) -> times(3, sample)).then((sample, random) -> {
            float[] input = sample.input();
            input[0] += 1;
            return input;
        });

        float[] changed = both.change(samples.get(0), RandomStream.of(1));

        assertThat(changed[0]).isCloseTo(3 * samples.get(0).input()[0] + 1, within(1e-6f));
        assertThat(new RandomGain(0.1).then(new RandomGain(0.2)))
                .hasToString("RandomGain[spread=0.1], then RandomGain[spread=0.2]");
    }

    @Test
    void a_value_outside_of_the_declared_range_is_refused_with_the_remedy() {
        Samples.Builder narrow = Samples.builder(Shape.of(Models.FEATURES), List.of("a", "b", "c"))
                .within(-1, 1);
        for (int label = 0; label < 3; label++) {
            narrow.add("n" + label, new float[Models.FEATURES], label);
        }
        Augmentation tooLarge = (sample, random) -> {
            float[] input = sample.input();
            input[2] = 1.5f;
            return input;
        };

        assertThatThrownBy(() -> Trainer.of(mlp()).withAugmentation(tooLarge).fit(narrow.build(), steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made the value 1.5 of the sample \"n")
                .hasMessageContaining("within [-1.0, 1.0]; clip it to that, or declare a wider range");
    }

    @Test
    void another_shape_is_refused() {
        assertThatThrownBy(() -> Trainer.of(mlp())
                        .withAugmentation((sample, random) -> new float[5])
                        .fit(samples, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made 5 values of the sample \"sample ")
                .hasMessageContaining("it has to keep the shape");
    }

    @Test
    void a_checkpoint_of_another_augmentation_is_refused(@TempDir Path folder) {
        Trainer trainer = Trainer.of(mlp()).withCheckpoints(folder, 1);
        trainer.withAugmentation(new RandomGain(0.1)).fit(samples, steps(1));

        assertThatThrownBy(() -> trainer.withAugmentation(new RandomGain(0.2)).fit(samples, steps(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("augmentation was RandomGain[spread=0.1], but now is RandomGain[spread=0.2]");
    }

    private static Batches augmented(Batches originals, long seed) {
        return new AugmentedBatches(originals, new RandomGain(0.5), InputRange.UNBOUNDED, seed);
    }

    private static List<float[]> inputs(Batches batches, int count) {
        List<float[]> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.next().forEach(sample -> inputs.add(sample.input()));
        }
        return inputs;
    }

    private static float[] times(float factor, Sample sample) {
        float[] input = sample.input();
        for (int i = 0; i < input.length; i++) {
            input[i] *= factor;
        }
        return input;
    }

    private static MultiLayerNetwork mlp() {
        return Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)), Activation.RELU);
    }
}
