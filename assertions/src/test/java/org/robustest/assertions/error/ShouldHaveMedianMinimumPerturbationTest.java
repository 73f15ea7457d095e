package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveMedianMinimumPerturbation.shouldHaveMedianMinimumPerturbationOfAtLeast;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.MinimumPerturbation;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

class ShouldHaveMedianMinimumPerturbationTest {

    @Test
    void namesTheSamplesThatAreBrokenByLeast() {
        Samples samples = Line.allCorrect();
        List<MinimumPerturbation> minima = List.of(
                minimum(samples.get(0), 0.25),
                minimum(samples.get(1), 0.125),
                minimum(samples.get(2), Double.POSITIVE_INFINITY));
        assertThat(shouldHaveMedianMinimumPerturbationOfAtLeast(0.6, 0.25, minima, Line.evaluate(samples, 0.6))
                        .create())
                .startsWith(String.format(
                        "Expecting a median minimum perturbation of at least 0.6 but half of the 3 samples are"
                                + " broken by 0.2500 or less%n"
                                + "  smallest:      near right 0.1250, near left 0.2500, far left Infinity%n"
                                + "  set:           linf(0.6)%n"));
    }

    private static MinimumPerturbation minimum(Sample sample, double broken) {
        return new MinimumPerturbation(sample, 0, 0, broken, Optional.empty());
    }
}
