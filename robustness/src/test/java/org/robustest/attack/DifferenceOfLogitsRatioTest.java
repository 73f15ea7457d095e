package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

class DifferenceOfLogitsRatioTest {

    private static final float[] LOGITS = {3, 1, 2, 0};

    @Test
    void the_ratio_is_that_of_the_definition() {
        assertThat(Loss.dlr().value(LOGITS, 0)).isEqualTo(-0.5);
        assertThat(Loss.targetedDlr(1).value(LOGITS, 0)).isEqualTo(-0.8);
        assertThat(Loss.dlr().value(LOGITS, 2)).isEqualTo(0.5);
    }

    @Test
    void the_ratio_does_not_change_when_logits_are_shifted_or_scaled() {
        float[] other = new float[4];
        for (int k = 0; k < 4; k++) {
            other[k] = 8 * LOGITS[k] - 16;
        }
        assertThat(Loss.dlr().value(other, 0)).isEqualTo(Loss.dlr().value(LOGITS, 0));
        assertThat(Loss.targetedDlr(3).value(other, 0))
                .isEqualTo(Loss.targetedDlr(3).value(LOGITS, 0));
    }

    static Stream<Arguments> losses() {
        return Stream.of(Loss.dlr(), Loss.targetedDlr(1), Loss.targetedDlr(3))
                .flatMap(loss -> Stream.of(new float[] {3, 1, 2, 0.5f, -1}, new float[] {1, 2.5f, 2, 0.5f, 3})
                        .map(logits -> Arguments.of(loss, logits)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void the_cotangent_is_the_derivative_times_the_denominator(Loss loss, float[] logits) {
        float[] cotangent = new float[5];
        loss.cotangent(logits, 0, cotangent);
        double[] differences = new double[5];
        double factor = 0;
        for (int k = 0; k < 5; k++) {
            float[] up = logits.clone();
            float[] down = logits.clone();
            up[k] += 0.0078125f;
            down[k] -= 0.0078125f;
            differences[k] = (loss.value(up, 0) - loss.value(down, 0)) / 0.015625;
            factor = Math.abs(differences[k]) > 0.05 ? cotangent[k] / differences[k] : factor;
        }
        assertThat(factor).isPositive();
        for (int k = 0; k < 5; k++) {
            assertThat((double) cotangent[k]).isCloseTo(factor * differences[k], within(1e-3));
        }
    }

    @Test
    void logits_that_are_all_the_same_give_no_division_by_zero() {
        float[] cotangent = new float[4];
        Loss.dlr().cotangent(new float[4], 0, cotangent);
        assertThat(Loss.dlr().value(new float[4], 0)).isZero();
        assertThat(Loss.targetedDlr(1).value(new float[4], 0)).isZero();
        assertThat(cotangent).contains(1, -1);
    }

    @Test
    void a_model_with_too_few_classes_is_refused_with_the_reason() {
        assertThatThrownBy(() -> Apgd.withDefaults().withLoss(Loss.dlr()).requireAbleToAttack(classes(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dlr compares the logits of at least 3 classes, but the model has 2")
                .hasMessageContaining("use Loss.crossEntropy() or Loss.margin(target)");
        assertThatThrownBy(
                        () -> Pgd.withDefaults().withLoss(Loss.targetedDlr(1)).requireAbleToAttack(classes(3)))
                .hasMessageContaining("at least 4 classes, but the model has 3");
        Apgd.withDefaults().withLoss(Loss.dlr()).requireAbleToAttack(classes(3));
        Pgd.withDefaults().withLoss(Loss.targetedDlr(1)).requireAbleToAttack(classes(4));
    }

    @Test
    void another_loss_takes_its_place_where_there_are_too_few_classes() {
        Loss loss = Loss.dlr().orElse(Loss.margin());
        float[] cotangent = new float[2];
        loss.cotangent(new float[] {3, 1}, 0, cotangent);

        assertThat(loss).hasToString("dlr or margin");
        assertThat(loss.value(LOGITS, 0)).isEqualTo(Loss.dlr().value(LOGITS, 0));
        assertThat(loss.value(new float[] {3, 1}, 0)).isEqualTo(-2);
        assertThat(cotangent).containsExactly(-1, 1);
        Apgd.withDefaults().withLoss(loss).requireAbleToAttack(classes(2));
        NearestClasses.withDefaults().withTargetedDlr().requireAbleToAttack(classes(2));
    }

    @Test
    void the_untargeted_margin_is_that_of_the_strongest_wrong_class() {
        for (int label = 0; label < LOGITS.length; label++) {
            int strongest = strongestBut(label);
            float[] cotangent = new float[LOGITS.length];
            float[] expected = new float[LOGITS.length];
            Loss.margin().cotangent(LOGITS, label, cotangent);
            Loss.margin(strongest).cotangent(LOGITS, label, expected);

            assertThat(Loss.margin().value(LOGITS, label))
                    .isEqualTo(Loss.margin(strongest).value(LOGITS, label));
            assertThat(cotangent).isEqualTo(expected);
        }
    }

    private static int strongestBut(int label) {
        return IntStream.range(0, LOGITS.length)
                .filter(k -> k != label)
                .boxed()
                .max(Comparator.comparingDouble(k -> LOGITS[k]))
                .orElseThrow();
    }

    private static Network classes(int count) {
        return Network.sequential(Shape.of(1), List.of(Dense.of(new float[count], new float[count])));
    }
}
