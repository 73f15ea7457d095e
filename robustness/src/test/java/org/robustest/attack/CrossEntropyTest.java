package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {

    @Test
    void the_cotangent_is_the_derivative_divided_by_the_probability_of_being_wrong() {
        float[] logits = {1, -0.5f, 2};
        float[] cotangent = new float[3];

        Loss.crossEntropy().cotangent(logits, 0, cotangent);

        double wrong = 1 - softmax(logits, 0);
        for (int k = 0; k < 3; k++) {
            double derivative = softmax(logits, k) - (k == 0 ? 1 : 0);
            assertThat((double) cotangent[k]).isCloseTo(derivative / wrong, within(1e-6));
        }
    }

    @Test
    void the_value_grows_with_the_cross_entropy() {
        float[] logits = {1, -0.5f, 2};
        double crossEntropy = -Math.log(softmax(logits, 0));

        assertThat(Loss.crossEntropy().value(logits, 0)).isCloseTo(Math.log(Math.expm1(crossEntropy)), within(1e-12));
    }

    @Test
    void the_cotangent_does_not_fade_when_the_model_is_sure() {
        float[] cotangent = new float[3];

        Loss.crossEntropy().cotangent(new float[] {1e6f, 0, 1}, 0, cotangent);

        assertThat(cotangent[0]).isEqualTo(-1);
        assertThat((double) cotangent[1] + cotangent[2]).isCloseTo(1, within(1e-6));
        assertThat((double) cotangent[2] / cotangent[1]).isCloseTo(Math.E, within(1e-5));
    }

    private static double softmax(float[] logits, int k) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        return Math.exp(logits[k]) / sum;
    }
}
