package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class PredictionTest {

    /** The logits are -x and x. */
    private final Network model =
            Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {0, 0})));

    @Test
    void gives_the_class_and_the_margin_of_each_sample_in_more_than_one_batch() {
        Samples.Builder samples = Samples.builder(Shape.of(1), List.of("left", "right"));
        IntStream.range(0, 100).forEach(i -> samples.add("x" + i, new float[] {i - 50.5F}, 1));

        List<Prediction> predictions = Prediction.of(model, samples.build());

        assertThat(predictions).hasSize(100).allSatisfy(prediction -> {
            float x = prediction.sample().input()[0];
            assertThat(prediction.margin()).isEqualTo(2 * x);
            assertThat(prediction.label()).isEqualTo(x > 0 ? 1 : 0);
            assertThat(prediction.isCorrect()).isEqualTo(x > 0);
        });
    }

    @Test
    void takes_a_tie_for_the_other_class_and_tells_what_is_no_number() {
        Samples samples = Samples.builder(Shape.of(1), List.of("left", "right"))
                .add("tie", new float[] {0}, 1)
                .add("no number", new float[] {Float.NaN}, 1)
                .build();

        List<Prediction> predictions = Prediction.of(model, samples);

        assertThat(predictions.get(0).label()).isZero();
        assertThat(predictions).extracting(Prediction::isCorrect).containsExactly(false, false);
        assertThat(predictions).extracting(Prediction::isFinite).containsExactly(true, false);
    }

    @Test
    void refuses_samples_that_do_not_fit() {
        Samples samples = Samples.builder(Shape.of(2), List.of("left", "right")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prediction.of(model, samples))
                .withMessageContaining("[2]");
    }
}
