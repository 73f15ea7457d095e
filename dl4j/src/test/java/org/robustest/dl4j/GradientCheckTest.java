package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/** On a classifier whose first logit is a multiple of its first value, and whose gradients say another multiple. */
class GradientCheckTest {

    private record Multiple(float factor, float claimed) implements DifferentiableClassifier {

        @Override
        public Shape inputShape() {
            return Shape.of(2);
        }

        @Override
        public int classCount() {
            return 2;
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            for (int n = 0; n < count; n++) {
                logits[2 * n] = factor * inputs[2 * n];
                logits[2 * n + 1] = 0;
            }
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            logits(inputs, count, logits);
            for (int n = 0; n < count; n++) {
                float[] weights = new float[2];
                cotangent.write(n, Arrays.copyOfRange(logits, 2 * n, 2 * n + 2), weights);
                gradients[2 * n] = claimed * weights[0];
                gradients[2 * n + 1] = 0;
            }
        }
    }

    @Test
    void agrees_with_gradients_that_are_right() {
        assertThat(GradientCheck.disagreement(new Multiple(3, 3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 6, they are off by 100 % of what differences show",
        "0, 1, the logits do not change along them",
        "3, NaN, they are no finite numbers"
    })
    void says_how_wrong_gradients_are(float factor, float claimed, String words) {
        assertThat(GradientCheck.disagreement(new Multiple(factor, claimed))).hasValue(words);
    }
}
