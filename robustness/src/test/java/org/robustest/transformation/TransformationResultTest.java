package org.robustest.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class TransformationResultTest {

    /** Says "low" below 1, and "high" above. */
    private final Network model =
            Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {1, -1})));

    private final Samples samples = Samples.builder(Shape.of(1), List.of("low", "high"))
            .add("low", new float[] {0.4F}, 0)
            .add("nearly high", new float[] {0.8F}, 0)
            .add("high", new float[] {1.5F}, 1)
            .add("mislabelled", new float[] {0.2F}, 1)
            .build();

    @Test
    void counts_what_stays_the_same_and_what_is_right() {
        TransformationResult doubled = of(samples, Transformations.amplitudeScale(2));
        assertThat(doubled.invariance()).isEqualTo(0.75);
        assertThat(doubled.cleanAccuracy()).isEqualTo(0.75);
        assertThat(doubled.accuracy()).isEqualTo(0.5);
        assertThat(doubled.violations(name -> name))
                .extracting(outcome -> outcome.before().sample().id())
                .containsExactly("nearly high");
        assertThat(doubled.obstacles()).isEmpty();
    }

    @Test
    void counts_what_follows_the_transformation() {
        TransformationResult doubled = of(samples, Transformations.amplitudeScale(2));
        assertThat(doubled.equivariance(name -> "high")).isEqualTo(0.5);
        assertThat(doubled.equivariance(name -> name.equals("low") ? "high" : "low"))
                .isEqualTo(0.25);
    }

    @Test
    void says_why_nothing_can_be_concluded() {
        assertThat(of(samples.where(sample -> false), Transformations.amplitudeScale(2))
                        .obstacles())
                .singleElement()
                .asString()
                .startsWith("There are no samples");
        assertThat(of(samples, Transformations.amplitudeScale(1)).obstacles())
                .singleElement()
                .asString()
                .startsWith("The transformation changes none of the inputs");
        assertThat(of(samples.where(sample -> sample.id().equals("mislabelled")), Transformations.amplitudeScale(2))
                        .obstacles())
                .singleElement()
                .asString()
                .startsWith("No sample is classified correctly");
        assertThat(of(samples, (sample, seed) -> new float[] {Float.NaN}).obstacles())
                .anySatisfy(obstacle -> assertThat(obstacle).contains("no finite numbers for 4 of 4"));
    }

    @Test
    void says_that_transformed_inputs_leave_the_range_that_is_declared() {
        Samples declared = Samples.builder(Shape.of(1), List.of("low", "high"))
                .within(0, 1.5)
                .add("low", new float[] {0.4F}, 0)
                .add("high", new float[] {1.5F}, 1)
                .build();
        assertThat(of(declared, Transformations.amplitudeScale(2)).obstacles())
                .singleElement()
                .asString()
                .startsWith(
                        "1 of 2 transformed inputs leave the declared range [0.0, 1.5], the first is that of high.");
        assertThat(of(declared, Transformations.amplitudeScale(2).within(0, 1.5))
                        .obstacles())
                .isEmpty();
    }

    private TransformationResult of(Samples these, Transformation transformation) {
        return TransformationResult.of(model, these, transformation, 3);
    }
}
