package org.robustest.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

class LabelSetsTest {

    private final LabelSets sets = LabelSets.of("AF", "PVC", "ST");

    /** Two inputs, three labels: z = (x0, x1, x0 + x1). */
    private final Network model =
            Network.sequential(Shape.of(2), List.of(Dense.of(new float[] {1, 0, 0, 1, 1, 1}, new float[3])));

    @Test
    void sets_are_named_by_their_labels() {
        assertThat(sets.classNames())
                .containsExactly("none", "AF", "PVC", "AF+PVC", "ST", "AF+ST", "PVC+ST", "AF+PVC+ST");
        assertThat(sets.label(List.of("ST", "AF"))).isEqualTo(5);
        assertThat(sets.label(List.of())).isZero();
    }

    @Test
    void labels_that_are_not_asked_about_are_left_out() {
        LabelSets some = sets.askingAbout("ST", "AF");
        assertThat(some.classNames()).containsExactly("none", "AF", "ST", "AF+ST");
        assertThat(some.label(List.of("ST", "PVC"))).isEqualTo(2);
    }

    @Test
    void the_set_that_the_model_gives_has_the_largest_logit_and_single_flips_the_margins_of_their_labels() {
        float[] logits = new float[8];
        sets.classifier(model).logits(new float[] {2, -0.5f}, 1, logits);

        // z = (2, -0.5, 1.5): AF and ST.
        assertThat(logits[5]).isZero();
        assertThat(logits[4]).isEqualTo(-2);
        assertThat(logits[7]).isEqualTo(-0.5f);
        assertThat(logits[1]).isEqualTo(-1.5f);
        assertThat(logits[2]).isEqualTo(-4);
    }

    /** Up to what they have in common, logits of sets are the sums of those of their labels. */
    @Test
    void differences_of_logits_are_those_of_the_sums() {
        float[] ofLabels = {2, -0.5f, 1.5f};
        float[] logits = new float[8];
        sets.logits(ofLabels, 0, logits, 0);
        for (int set = 0; set < 8; set++) {
            double sum = 0;
            for (int l = 0; l < 3; l++) {
                sum += (set >> l & 1) * (double) ofLabels[l];
            }
            assertThat((double) logits[set] - logits[0]).isCloseTo(sum, within(1e-6));
        }
    }

    @Test
    void a_margin_that_a_sum_would_swallow_is_kept() {
        float[] logits = new float[8];
        sets.logits(new float[] {1e6f, 1e-6f, -1e6f}, 0, logits, 0);
        assertThat(logits[3]).isZero();
        assertThat(logits[1]).isEqualTo(-1e-6f);
    }

    @Test
    void gradients_are_those_of_the_logits() {
        DifferentiableClassifier classifier = sets.classifier(model);
        float[] input = {2, -0.5f};
        for (int set = 0; set < 8; set++) {
            int chosen = set;
            float[] gradient = new float[2];
            classifier.inputGradients(input, 1, (i, z, u) -> u[chosen] = 1, new float[8], gradient);
            for (int i = 0; i < 2; i++) {
                float[] up = input.clone();
                float[] down = input.clone();
                up[i] += 0.0625f;
                down[i] -= 0.0625f;
                assertThat((logit(classifier, up, set) - logit(classifier, down, set)) / 0.125)
                        .isCloseTo(gradient[i], within(1e-5));
            }
        }
    }

    private static double logit(Classifier classifier, float[] input, int set) {
        float[] logits = new float[classifier.classCount()];
        classifier.logits(input, 1, logits);
        return logits[set];
    }

    @Test
    void wrong_labels_are_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> sets.askingAbout("VF"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no label \"VF\"; the labels are [AF, PVC, ST]");
        assertThatThrownBy(() -> LabelSets.of("AF", "PVC").classifier(model))
                .hasMessage("the model has 3 logits, but there are 2 labels: [AF, PVC]");
        assertThatThrownBy(() -> LabelSets.of("0123456789a".split("")).classNames())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 to 10 labels, but there are 11; choose some by askingAbout(...)");
    }
}
