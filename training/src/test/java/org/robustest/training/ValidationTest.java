package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.TrainingLength.epochs;
import static org.robustest.training.TrainingLength.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.robustest.attack.Pgd;
import org.robustest.dl4j.Dl4j;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class ValidationTest {

    private static final Pgd ATTACK = Pgd.withDefaults().withSteps(20);

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 60);
    private final Samples others = TestSamples.besides(samples, 45);
    private final Validation validation = Validation.on(others, linf(0.1)).withAttack(ATTACK);

    @Test
    void measures_after_each_epoch_what_an_evaluation_of_the_model_gives() {
        MultiLayerNetwork model = mlp(new Adam(0.01));
        List<String> lines = new ArrayList<>();

        TrainingResult result = Trainer.of(model)
                .withBatchSize(20)
                .withValidation(validation)
                .withProgress(lines::add, 3)
                .fit(samples, epochs(4));

        RobustnessResult expected = evaluate(model);
        ValidationResult last = result.validations().get(3);
        assertThat(result.validations()).extracting(ValidationResult::step).containsExactly(3, 6, 9, 12);
        assertThat(last.robustAccuracy()).isEqualTo(expected.robustAccuracy());
        assertThat(last.cleanAccuracy()).isEqualTo(expected.cleanAccuracy());
        assertThat(lines.get(3))
                .contains(String.format(
                        Locale.ROOT,
                        "robust %.3f and clean %.3f at step 12, best ",
                        last.robustAccuracy(),
                        last.cleanAccuracy()));
    }

    @Test
    void does_not_change_what_is_learned() {
        MultiLayerNetwork watched = mlp(new Adam(0.01));
        MultiLayerNetwork unwatched = mlp(new Adam(0.01));

        Trainer.of(watched).withValidation(validation.everySteps(2)).fit(samples, steps(10));
        Trainer.of(unwatched).fit(samples, steps(10));

        assertThat(watched.params().data().asFloat())
                .isEqualTo(unwatched.params().data().asFloat());
    }

    @Test
    void patience_ends_a_training_that_gets_nowhere() {
        TrainingResult result = Trainer.of(mlp(new Sgd(1e-30)))
                .withValidation(validation.everySteps(2).withPatience(3))
                .fit(samples, steps(100));

        assertThat(result.steps()).isEqualTo(8);
        assertThat(result.validations()).hasSize(4);
        assertThat(result.best()).contains(result.validations().get(0));
    }

    @Test
    void the_best_model_is_kept_when_the_training_spoils_it() {
        MultiLayerNetwork model = mlp(new Sgd(new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.5, 100, -0.1))));

        TrainingResult result = Trainer.of(model)
                .withValidation(validation.everySteps(5).keepingBest())
                .fit(samples, steps(115));

        ValidationResult last = result.validations().get(22);
        ValidationResult best = result.best().orElseThrow();
        assertThat(last.robustAccuracy()).isLessThan(best.robustAccuracy());
        assertThat(evaluate(model).robustAccuracy()).isEqualTo(best.robustAccuracy());
        assertThat(evaluate(model).cleanAccuracy()).isEqualTo(best.cleanAccuracy());
    }

    @Test
    void the_better_of_two_is_more_robust_or_as_robust_and_more_accurate() {
        ValidationResult first = new ValidationResult(1, 0.9, 0.5);
        ValidationResult accurate = new ValidationResult(2, 0.95, 0.5);
        ValidationResult robust = new ValidationResult(3, 0.7, 0.6);
        ValidationResult equal = new ValidationResult(4, 0.7, 0.6);

        assertThat(new TrainingResult(4, 0, 0, List.of(first, accurate)).best()).contains(accurate);
        assertThat(new TrainingResult(4, 0, 0, List.of(first, accurate, robust, equal)).best())
                .contains(robust);
        assertThat(new TrainingResult(4, 0, 0, List.of()).best()).isEmpty();
    }

    @Test
    void samples_that_are_learned_and_validated_are_told_of_whatever_their_ids() {
        List<String> lines = new ArrayList<>();
        Samples.Builder leaking = Samples.builder(others.shape(), others.classNames());
        others.forEach(sample -> leaking.add(sample.id(), sample.input(), sample.label()));
        samples.balanced(2).forEach(sample -> leaking.add("copy of " + sample.id(), sample.input(), sample.label()));

        Trainer.of(mlp(new Sgd(0.1)))
                .withValidation(Validation.on(leaking.build(), linf(0.1)))
                .withProgress(lines::add, 100)
                .fit(samples, steps(1));
        assertThat(lines.get(0)).startsWith("6 of the 51 validation samples are among those that are learned");

        lines.clear();
        Trainer.of(mlp(new Sgd(0.1)))
                .withValidation(validation)
                .withProgress(lines::add, 100)
                .fit(samples, steps(1));
        assertThat(lines).noneMatch(line -> line.contains("are learned"));
    }

    @Test
    void what_cannot_be_validated_is_refused_before_the_first_step() {
        Samples signals = TestSamples.of(Shape.of(1, Models.LENGTH), 10);
        MultiLayerNetwork model = mlp(new Sgd(0.1));

        assertThatThrownBy(() -> Trainer.of(model)
                        .withValidation(Validation.on(signals, linf(0.1)))
                        .fit(samples, steps(5)))
                .hasMessage("the model takes inputs of shape [6], but the validation samples have shape [1, 12]");
        assertThatThrownBy(() -> Trainer.of(model)
                        .withValidation(Validation.on(others.where(sample -> false), linf(0.1)))
                        .fit(samples, steps(5)))
                .hasMessage("validation needs samples, but there was none");
        Samples otherOrder = Samples.builder(others.shape(), List.of("c", "b", "a"))
                .add("one", others.get(0).input(), 0)
                .build();
        assertThatThrownBy(() -> Trainer.of(model)
                        .withValidation(Validation.on(otherOrder, linf(0.1)))
                        .fit(samples, steps(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the classes [c, b, a], but the samples to learn have [a, b, c]");
        assertThatThrownBy(() -> Trainer.of(model)
                        .withValidation(validation.withAttack(
                                Pgd.withDefaults().withSteps(1).withRelativeStepSize(0.1)))
                        .fit(samples, steps(5)))
                .hasMessageContaining("cannot cross");
        assertThat(model.getIterationCount()).isZero();
        assertThatThrownBy(() -> validation.withPatience(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> validation.everySteps(0)).hasMessageContaining("at least 1");
    }

    private RobustnessResult evaluate(MultiLayerNetwork model) {
        return RobustnessEvaluation.of(Dl4j.classifier(model))
                .withoutCertificates()
                .withAttack(ATTACK)
                .evaluate(others, linf(0.1));
    }

    private static MultiLayerNetwork mlp(IUpdater updater) {
        return Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(updater), Activation.RELU);
    }
}
