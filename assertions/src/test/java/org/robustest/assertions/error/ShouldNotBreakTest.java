package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldNotBreak.shouldNotBreak;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.samples.Shape;

class ShouldNotBreakTest {

    private final Counterexample counterexample =
            Line.evaluate(Line.allCorrect(), 0.6).worst().orElseThrow();

    @Test
    void saysWhichCounterexampleItIsAndWhichClassIsPredicted() {
        assertThat(messageOn(Line.MODEL))
                .isEqualTo(
                        String.format(
                                "Expecting a model to get the counterexample right, but it predicts class 1, not the true class, 0%n"
                                        + "  counterexample to near left in linf(0.6), found by OneStep with seed 7 at its only step"));
    }

    @Test
    void saysThatThereIsATie() {
        assertThat(messageOn(constant(3)))
                .startsWith(
                        "Expecting a model to get the counterexample right, but it gives class 1 the same logit as the"
                                + " true class, 0");
    }

    @Test
    void saysThatNoClassIsPredicted() {
        assertThat(messageOn(constant(Float.NaN)))
                .startsWith(
                        "Expecting a model to get the counterexample right, but it predicts no class, since its logits"
                                + " are not all finite; the true class is 0");
    }

    private String messageOn(Classifier model) {
        return shouldNotBreak(counterexample, counterexample.predictionOf(model))
                .create();
    }

    /** A model that gives both classes the same. */
    private static Classifier constant(float logit) {
        return new Classifier() {
            @Override
            public Shape inputShape() {
                return Shape.of(1);
            }

            @Override
            public int classCount() {
                return 2;
            }

            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                Arrays.fill(logits, logit);
            }
        };
    }
}
