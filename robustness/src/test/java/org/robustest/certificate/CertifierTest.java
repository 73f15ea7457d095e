package org.robustest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.attack.Attack;
import org.robustest.attack.NearestClasses;
import org.robustest.classifier.BoundMethod;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.Verdict;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class CertifierTest {

    /** One step to each class leads to the ends of the set, where the margin is large. */
    private static final Attack TO_THE_ENDS = NearestClasses.withDefaults().withTargets(0);

    private static final Samples SAMPLES = Samples.builder(Shape.of(2), List.of("a", "b"))
            .add("sample", new float[] {0.2f, 0.5f}, 0)
            .build();

    /** The margin is {@code 2|x| - relu(x + 0.05) + 0.05 - shift}, whatever y is: {@code -shift} at x = 0, and more beside. */
    private static Network kink(double shift) {
        return Network.sequential(
                Shape.of(2),
                List.of(
                        Dense.of(new float[] {1, 0, -1, 0, 1, 0}, new float[] {0, 0, 0.05f}),
                        Activation.of(Activations.relu()),
                        Dense.of(new float[] {2, 2, -1, 0, 0, 0}, new float[] {0.05f, (float) shift})));
    }

    private static Verdict verdict(Network network, PerturbationSet set, int branches) {
        return RobustnessEvaluation.of(network)
                .withAttack(TO_THE_ENDS)
                .withCertifier(Certifier.withDefaults().withBranches(branches))
                .evaluate(SAMPLES, set)
                .verdicts()
                .get(0);
    }

    private static PerturbationSet set(String name) {
        return switch (name) {
            case "linf" -> linf(0.4);
            case "l2" -> l2(0.4);
            default -> l1(0.4).within(-1, 1);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"linf", "l2", "l1"})
    void branch_and_bound_certifies_what_no_other_method_does(String norm) {
        Network network = kink(-0.01);

        assertThat(verdict(network, set(norm), 0)).isInstanceOf(Verdict.Unbroken.class);
        assertThat(verdict(network, set(norm), 100)).isInstanceOfSatisfying(Verdict.Certified.class, certified -> {
            assertThat(certified.certificate().method()).isEqualTo(BoundMethod.BRANCH_AND_BOUND);
            assertThat(certified.certificate().margin()).isBetween(1e-9, 0.01);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"linf", "l2", "l1"})
    void a_counterexample_that_branch_and_bound_finds_breaks_the_sample(String norm) {
        Network network = kink(0.05);

        assertThat(verdict(network, set(norm), 0)).isInstanceOf(Verdict.Unbroken.class);
        assertThat(verdict(network, set(norm), 100)).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.counterexample().liesIn(set(norm))).isTrue();
            assertThat(broken.counterexample().breaks(network)).isTrue();
            assertThat(broken.counterexample().input()[0]).isBetween(-0.05f, 0.05f);
            assertThat(broken.counterexample().position()).startsWith("branch and bound, subproblem ");
        });
    }

    @Test
    void a_negative_number_of_subproblems_is_refused() {
        assertThatThrownBy(() -> Certifier.withDefaults().withBranches(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 0, but it was -1");
    }
}
