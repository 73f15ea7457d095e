package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.robustest.attack.Attack;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.jqwik.By;
import org.robustest.jqwik.Choice;
import org.robustest.jqwik.ClassStatistics;
import org.robustest.jqwik.OfClass;
import org.robustest.jqwik.OfInputs;
import org.robustest.jqwik.PerturbedSample;
import org.robustest.jqwik.RobustnessProperties;
import org.robustest.jqwik.Within;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Properties of the alarm, by jqwik. */
@RobustnessProperties
class TemperatureAlarmPropertiesTest {

    static final Classifier MODEL = new TemperatureAlarm().get();

    static Classifier model() {
        return MODEL;
    }

    /** All but the hot summer, in which half a degree is enough. */
    static Samples readings() {
        return new Readings().get().where(reading -> !reading.id().equals("hot summer"));
    }

    static PerturbationSet oneFaultyThermometer() {
        return linf(15).within(0, 150).between(0, 1);
    }

    @Property
    void noNoiseChangesTheAnswer(@ForAll @OfInputs("readings") @Within("linf(2)") PerturbedSample reading) {
        assertThat(reading.isClassifiedCorrectlyBy(MODEL)).isTrue();
    }

    @Property
    void oneFaultyThermometerChangesNothing(@ForAll @Within("oneFaultyThermometer") PerturbedSample reading) {
        assertThat(reading.isClassifiedCorrectlyBy(MODEL)).isTrue();
    }

    @Property
    void moreHeatNeverEndsAnAlarm(
            @ForAll @OfClass("alarm") @Within("linf(5)") @By({Choice.RANDOM, Choice.CORNER}) PerturbedSample reading) {
        ClassStatistics.collect(reading);
        float[] hotter = reading.input();
        for (int i = 0; i < hotter.length; i++) {
            hotter[i] = Math.max(hotter[i], reading.original().input()[i]);
        }
        assertThat(answer(hotter)).isEqualTo(reading.label());
    }

    @Property(tries = 20)
    void noAttackFindsWhatIsNotThere(@ForAll Attack attack) {
        assertThat(RobustnessEvaluation.of(MODEL)
                        .withAttack(attack)
                        .evaluate(readings(), linf(2))
                        .robustAccuracy())
                .isEqualTo(1);
    }

    @Property
    void theOrderOfTheThermometersDoesNotMatter(@ForAll Sample reading) {
        float[] input = reading.input();
        assertThat(answer(input[1], input[0])).isEqualTo(answer(input));
    }

    private static int answer(float... input) {
        float[] logits = new float[2];
        MODEL.logits(input, 1, logits);
        return logits[1] > logits[0] ? 1 : 0;
    }
}
