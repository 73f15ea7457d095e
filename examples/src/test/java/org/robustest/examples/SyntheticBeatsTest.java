package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;

import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.dl4j.Dl4j;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Samples;

/** A model trained here and now, on beats that need no download. */
class SyntheticBeatsTest {

    @Model
    static DifferentiableClassifier model() {
        return Dl4j.classifier(
                BeatClassifier.train(SyntheticEcg.withDefaults().withSeed(1).beats(400), 1));
    }

    @Inputs
    static Samples beats() {
        return SyntheticEcg.withDefaults().withSeed(2).beats(100);
    }

    @RobustnessTest(
            epsilon = {0.002, 0.005, 0.01},
            minRobustAccuracy = {0.90, 0.80, 0.60})
    void staysCorrectUnderBoundedNoise() {}

    @RobustnessTest(epsilon = 0.005)
    void ventricularBeatsAreSafest(RobustnessResult result) {
        assertThat(result).forClass("V").hasRobustAccuracyOfAtLeast(0.85);
    }
}
