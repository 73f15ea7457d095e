package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.classifier.LabelSets;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A model that may give an input several labels. */
class SeveralLabelsTest {

    /** Each label looks at one of the first three values; the signal is 0.5 away from flipping any but the second. */
    private final DifferentiableClassifier multiLabelModel = Network.sequential(
            Shape.of(1, 8),
            List.of(Dense.of(
                    new float[] {
                        1, 0, 0, 0, 0, 0, 0, 0,
                        0, 1, 0, 0, 0, 0, 0, 0,
                        0, 0, 1, 0, 0, 0, 0, 0
                    },
                    new float[3])));

    private final float[] signal = {-0.5f, 0.01f, 0.5f, 0, 0, 0, 0, 0};

    @Test
    void no_label_flips_that_the_test_asks_about() {
        LabelSets labels = LabelSets.of("irregular", "fast", "wide").askingAbout("irregular", "wide");
        Samples.Builder recordings = Samples.builder(Shape.of(1, 8), labels.classNames());
        recordings.add("recording 1", signal, labels.label(List.of("wide", "fast")));
        assertThat(labels.classifier(multiLabelModel)).on(recordings.build()).remainsCorrectUnder(linf(0.1));
    }
}
