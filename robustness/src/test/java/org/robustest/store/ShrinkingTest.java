package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.smooth;

import org.junit.jupiter.api.Test;
import org.robustest.evaluation.Counterexample;
import org.robustest.samples.Sample;

class ShrinkingTest {

    @Test
    void comesAsNearAsTheBoundaryIs() {
        Counterexample found = Plane.counterexample(linf(1));
        StoredCounterexample shrunk = Shrinking.shrink(found, Plane.model(), "m");
        assertThat(found.distance()).isGreaterThan(0.5);
        assertThat(shrunk.finding().distance()).isBetween(0.25, 0.25 + 1.0 / 512);
    }

    @Test
    void putsBackWhatTheModelDoesNotLookAt() {
        StoredCounterexample shrunk = Shrinking.shrink(Plane.counterexample(linf(1)), Plane.model(), "m");
        assertThat(shrunk.finding().changed()).isEqualTo(2);
        assertThat(shrunk.input()[2]).isEqualTo(1);
        assertThat(shrunk.input()[3]).isEqualTo(1);
    }

    @Test
    void remainsACounterexampleInTheSet() {
        Counterexample found = Plane.counterexample(linf(1));
        StoredCounterexample shrunk = Shrinking.shrink(found, Plane.model(), "m");
        assertThat(shrunk.breaks(Plane.model())).isTrue();
        assertThat(shrunk.liesIn(linf(1), found.sample())).isTrue();
        assertThat(shrunk.liesIn(linf(0.2), found.sample())).isFalse();
    }

    @Test
    void shrinksTheParametersWherePointsAreParameters() {
        Counterexample found = Plane.counterexample(smooth(1));
        StoredCounterexample shrunk = Shrinking.shrink(found, Plane.model(), "m");
        assertThat(shrunk.finding().distance()).isLessThan(found.distance());
        assertThat(shrunk.breaks(Plane.model())).isTrue();
        float[] reached = new float[4];
        Sample sample = found.sample();
        smooth(1).around(sample).toInput(shrunk.point(), reached);
        assertThat(shrunk.input()).isEqualTo(reached);
        assertThat(shrunk.liesIn(smooth(1), sample)).isTrue();
        assertThat((double) shrunk.input()[0] + shrunk.input()[1]).isCloseTo(0, within(0.01));
    }
}
