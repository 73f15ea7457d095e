package org.robustest.examples

import org.junit.jupiter.api.Test
import org.robustest.assertions.RobustnessAssertions.assertThat
import org.robustest.assertions.RobustnessSoftAssertions.assertRobustnessSoftly
import org.robustest.perturbation.Perturbations.linf
import org.robustest.transformation.Transformations.amplitudeScale

/** The assertions in Kotlin, as they are. */
class KotlinTest {

    private val model = TemperatureAlarm().get()
    private val readings = Readings().get()

    @Test
    fun `the alarm is not set off by a faulty thermometer`() {
        assertThat(model).on(readings).under(linf(2.0)).hasRobustAccuracyOfAtLeast(0.75)
    }

    @Test
    fun `fewer readings may be right as faults grow`() {
        assertThat(model)
            .on(readings)
            .under { epsilon -> linf(epsilon) }
            .at(0.25, 2.0, 10.0)
            .satisfiesCurve { epsilon -> if (epsilon < 0.5) 1.0 else 0.5 }
    }

    @Test
    fun `several requirements are reported together`() {
        assertRobustnessSoftly { softly ->
            softly.assertThat(model).on(readings).remainsCorrectUnder(linf(0.25))
            softly.assertThat(model).on(readings).isInvariantTo(amplitudeScale(1.005))
        }
    }
}
