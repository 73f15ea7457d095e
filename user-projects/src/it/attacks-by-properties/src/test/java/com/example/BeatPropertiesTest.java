package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.transformation.Transformations.muscleNoise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.robustest.attack.Attack;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.jqwik.OfInputs;
import org.robustest.jqwik.PerturbedSample;
import org.robustest.jqwik.RobustnessProperties;
import org.robustest.jqwik.Within;

@RobustnessProperties
@OfInputs(from = Beats.class)
@Within("linf(0.005)")
class BeatPropertiesTest {

    static DifferentiableClassifier model() {
        return Beats.MODEL;
    }

    @Property
    void noSmallNoiseChangesTheLabel(@ForAll PerturbedSample beat) {
        assertThat(beat.isClassifiedCorrectlyBy(model())).isTrue();
    }

    @Property(tries = 10)
    void noAttackFindsACounterexample(@ForAll Attack attack) {
        assertThat(model()).on(new Beats().get()).attackedBy(attack).remainsCorrectUnder(linf(0.005));
    }

    @Property(tries = 10)
    void mostBeatsSurviveMuscleNoise(@ForAll @DoubleRange(min = 20, max = 40) double decibels) {
        assertThat(model())
                .on(new Beats().get())
                .transformedBy(muscleNoise(decibels, 125).within(0, 1))
                .hasAccuracyOfAtLeast(0.8);
    }
}
