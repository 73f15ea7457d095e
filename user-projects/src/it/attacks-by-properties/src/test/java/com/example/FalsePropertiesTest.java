package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.jqwik.OfInputs;
import org.robustest.jqwik.PerturbedSample;
import org.robustest.jqwik.RobustnessProperties;
import org.robustest.jqwik.Within;

@RobustnessProperties
@OfInputs(from = Beats.class)
class FalsePropertiesTest {

    static DifferentiableClassifier model() {
        return Beats.MODEL;
    }

    @Property(seed = "1")
    void noNoiseChangesTheLabel(@ForAll @Within("linf(0.3)") PerturbedSample beat) {
        assertThat(beat.isClassifiedCorrectlyBy(model())).isTrue();
    }
}
