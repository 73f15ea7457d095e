package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Samples;

/** The same as AssertJ assertions, in any test of any framework. */
class AssertionsTest {

    private final Samples beats = SyntheticEcg.withDefaults().withSeed(2).beats(40);
    private final DifferentiableClassifier model = Dl4j.classifier(
            BeatClassifier.train(SyntheticEcg.withDefaults().withSeed(1).beats(400), 1));

    @Test
    void normal_beats_remain_correct_under_hardly_any_noise() {
        assertThat(model)
                .on(beats.where(beat -> beat.label() == beats.label("N")))
                .remainsCorrectUnder(linf(0.0005).within(0, 1));
    }

    @Test
    void most_beats_withstand_a_little_noise() {
        assertThat(MODEL).on(BEATS).under(linf(0.005).within(0, 1)).hasRobustAccuracyOfAtLeast(0.75);
    }
}
