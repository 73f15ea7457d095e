package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.robustest.classifier.Classifier;
import org.robustest.jqwik.OfClass;
import org.robustest.jqwik.PerturbedSample;
import org.robustest.jqwik.RobustnessProperties;
import org.robustest.jqwik.Within;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Properties of the alarm that are all about the same samples and noise, which the class names for them. */
@RobustnessProperties
@OfClass("quiet")
@Within("linf(2)")
class QuietReadingsPropertiesTest {

    static final Classifier MODEL = new TemperatureAlarm().get();

    static Classifier model() {
        return MODEL;
    }

    static Samples readings() {
        return new Readings().get().where(reading -> !reading.id().equals("hot summer"));
    }

    @Property
    void noNoiseRaisesAnAlarm(@ForAll PerturbedSample reading) {
        assertThat(reading.className()).isEqualTo("quiet");
        assertThat(reading.isClassifiedCorrectlyBy(MODEL)).isTrue();
    }

    @Property
    void isQuietWithoutNoise(@ForAll Sample reading) {
        assertThat(reading.label()).isZero();
    }
}
