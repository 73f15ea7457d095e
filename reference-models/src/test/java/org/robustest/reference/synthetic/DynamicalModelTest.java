package org.robustest.reference.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.reference.beats.BeatClass;

class DynamicalModelTest {

    private static final double STEP = 1.0 / 500;
    private static final double ONCE_A_SECOND = 2 * Math.PI;
    private static final List<EcgLead> LEADS = List.of(EcgLead.II);
    private static final DynamicalModel.Waves NO_WAVES = new DynamicalModel.Waves(List.of(), LEADS);

    /** In polar coordinates the radius obeys r' = r (1 - r), whose solution is the logistic function. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 2})
    void isDrawnToTheUnitCircleAsTheLogisticFunction(double radius) {
        DynamicalModel model = new DynamicalModel(LEADS, new BaselineWander(0), radius, 0);
        for (int i = 0; i < 5000; i++) {
            double logistic = 1 / (1 + (1 / radius - 1) * Math.exp(-i * STEP));
            assertThat(Math.hypot(model.x(), model.y())).isCloseTo(logistic, within(1e-8));
            model.advance(i * STEP, STEP, ONCE_A_SECOND, NO_WAVES);
        }
        assertThat(Math.hypot(model.x(), model.y())).isCloseTo(1, within(1e-3));
    }

    @Test
    void runsAroundTheCircleAtTheAngularVelocity() {
        DynamicalModel model = new DynamicalModel(LEADS, new BaselineWander(0), 1, 0);
        for (int i = 0; i < 625; i++) {
            model.advance(i * STEP, STEP, ONCE_A_SECOND, NO_WAVES);
        }

        assertThat(model.x()).isCloseTo(0, within(1e-8));
        assertThat(model.y()).isCloseTo(1, within(1e-8));
    }

    @Test
    void followsTheBaselineWithTheAmplitudeThatWasAskedFor() {
        BaselineWander wander = new BaselineWander(0.3);
        DynamicalModel model = new DynamicalModel(LEADS, wander);
        for (int i = 0; i < 5000; i++) {
            double time = i * STEP;
            assertThat(model.z(0))
                    .isCloseTo(0.3 * Math.sin(2 * Math.PI * 0.25 * time - Math.atan(2 * Math.PI * 0.25)), within(1e-9));
            model.advance(time, STEP, ONCE_A_SECOND, NO_WAVES);
        }
    }

    /** Without the decay of z, a wave at angle 0 integrates to the Gaussian a b² / ω exp(-θ² / 2b²). */
    @Test
    void drawsAWaveAsAGaussian() {
        EcgWave wave = new EcgWave(0, 30, 0.1, 60);
        DynamicalModel model = new DynamicalModel(LEADS, new BaselineWander(0));
        DynamicalModel.Waves waves = new DynamicalModel.Waves(List.of(wave), LEADS);
        for (int i = 0; i < 250; i++) {
            model.advance(i * STEP, STEP, ONCE_A_SECOND, waves);
        }

        double gaussian = 30 * 0.1 * 0.1 / ONCE_A_SECOND;
        double decayed = 0.1 / ONCE_A_SECOND * Math.sqrt(Math.PI / 2);
        assertThat(model.z(0)).isCloseTo(gaussian * (1 - decayed), within(0.002 * gaussian));
    }

    @Test
    void isLinearInTheLeads() {
        List<EcgLead> leads = List.of(EcgLead.I, EcgLead.II, EcgLead.III);
        DynamicalModel model = new DynamicalModel(leads, new BaselineWander(0));
        DynamicalModel.Waves waves =
                new DynamicalModel.Waves(BeatMorphology.of(BeatClass.N).waves(), leads);
        for (int i = 0; i < 1000; i++) {
            model.advance(i * STEP, STEP, ONCE_A_SECOND, waves);
            assertThat(model.z(0) + model.z(2)).isCloseTo(model.z(1), within(1e-14));
        }
    }
}
