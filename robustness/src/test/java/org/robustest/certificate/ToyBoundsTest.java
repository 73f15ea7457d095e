package org.robustest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.classifier.BoundMethod;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * The example that auto_LiRPA comes with ({@code examples/simple/toy.py}): {@code f(x) = relu(x₁ - x₂) - relu(2 x₁ - x₂)} for x₁
 * from -1 to 2 and x₂ from -2 to 1, with the bounds that it publishes.
 */
class ToyBoundsTest {

    @ParameterizedTest
    @CsvSource({"INTERVAL,-6,4", "CROWN_INTERVAL,-3,3", "CROWN,-3,3"})
    void the_bounds_are_those_that_were_published(BoundMethod method, double lower, double upper) {
        assertThat(bound(1, method)).isCloseTo(lower, within(1e-4));
        assertThat(-bound(-1, method)).isCloseTo(upper, within(1e-4));
    }

    /** Returns a lower bound of {@code sign * f}: the margin of that over 0. */
    private static double bound(int sign, BoundMethod method) {
        Network network = Network.sequential(
                Shape.of(2),
                List.of(
                        Dense.of(new float[] {1, -1, 2, -1}, new float[2]),
                        Activation.of(Activations.relu()),
                        Dense.of(new float[] {sign, -sign, 0, 0}, new float[2])));
        Sample middle = Samples.builder(Shape.of(2), List.of("f", "zero"))
                .add("middle", new float[] {0.5f, -0.5f}, 0)
                .build()
                .get(0);
        return network.marginBounds(Norm.LINF.ball(1.5).around(middle), 0, method)[1];
    }
}
