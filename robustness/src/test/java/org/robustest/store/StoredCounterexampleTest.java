package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.smooth;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Shape;
import org.robustest.store.StoredCounterexample.Origin;

class StoredCounterexampleTest {

    @ParameterizedTest
    @MethodSource("sets")
    void isTheSameWhetherAnEvaluationFoundItOrSomethingElse(PerturbationSet set) {
        Counterexample found = Plane.counterexample(set);
        Origin origin = new Origin(found.attack(), found.seed(), found.position());

        StoredCounterexample elsewhere =
                StoredCounterexample.of(found.sample(), set, found.point(), Plane.model(), "m", origin);

        StoredCounterexample evaluated = StoredCounterexample.of(found, "m");
        assertThat(elsewhere.finding()).isEqualTo(evaluated.finding());
        assertThat(elsewhere.point()).isEqualTo(evaluated.point());
        assertThat(elsewhere.input()).isEqualTo(evaluated.input());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void standsForTheSamePointOfTheSet(PerturbationSet set) {
        Counterexample found = Plane.counterexample(set);

        assertThat(StoredCounterexample.of(found, "m").pointIn(set, found.sample()))
                .hasValueSatisfying(point -> assertThat(point).isEqualTo(found.point()));
        assertThat(StoredCounterexample.of(found, "m").pointIn(linf(0.01), found.sample()))
                .isEmpty();
    }

    @Test
    void aModelThatGivesNoNumbersForItIsNotRightAboutIt() {
        StoredCounterexample stored = StoredCounterexample.of(Plane.counterexample(linf(1)), "m");
        Classifier withoutNumbers = new Classifier() {
            @Override
            public Shape inputShape() {
                return Plane.model().inputShape();
            }

            @Override
            public int classCount() {
                return 2;
            }

            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                Arrays.fill(logits, Float.NaN);
            }
        };

        assertThat(stored.breaks(withoutNumbers)).isTrue();
    }

    @Test
    void isRefusedOutsideOfTheSet() {
        Counterexample found = Plane.counterexample(linf(1));
        Origin origin = new Origin("a", 1, "b");

        assertThatThrownBy(() ->
                        StoredCounterexample.of(found.sample(), linf(0.01), found.point(), Plane.model(), "m", origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must lie in that set")
                .hasMessageContaining("project it first");
    }

    static PerturbationSet[] sets() {
        return new PerturbationSet[] {linf(1), smooth(1)};
    }
}
