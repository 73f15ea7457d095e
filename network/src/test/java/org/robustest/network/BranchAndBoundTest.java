package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.classifier.BoundMethod;
import org.robustest.classifier.InputSet;
import org.robustest.classifier.MarginDecision;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.samples.Shape;

class BranchAndBoundTest {

    private static final int BUDGET = 1_000;

    /** The kink of this margin, {@code |x| - shift}, is inside of the set, where no corner shows it. */
    private static Network kink(double shift) {
        return Network.sequential(
                Shape.of(1),
                List.of(
                        Dense.of(new float[] {1, -1}, new float[2]),
                        Activation.of(Activations.relu()),
                        Dense.of(new float[] {1, 1, 0, 0}, new float[] {0, (float) shift})));
    }

    @Test
    void tiny_networks_are_decided_as_their_exact_least_margins_say() {
        for (int seed = 0; seed < 400; seed++) {
            TinyNetwork tiny = new TinyNetwork(seed);
            requireExact(tiny.network(), tiny.box(), 0, tiny.leastMargin(), "tiny network " + seed);
        }
    }

    @Test
    void deeper_networks_in_boxes_of_any_size_are_decided() {
        for (int seed = 0; seed < 150; seed++) {
            PlaneNetwork plane = new PlaneNetwork(seed, seed % 2 * 0.1f, 8, 8);
            requireExact(plane.network(), plane.box(), plane.label(), plane.leastMargin(), plane.toString());
        }
    }

    /** In boxes a little smaller or larger than the one whose least margin is 0, which are the hardest. */
    @Test
    void deeper_networks_are_decided_as_their_exact_least_margins_say() {
        int split = 0;
        int undecided = 0;
        for (int seed = 0; seed < 60; seed++) {
            int[] hidden =
                    seed % 3 == 0 ? new int[] {8, 8} : seed % 3 == 1 ? new int[] {5, 5, 5} : new int[] {4, 4, 4, 4};
            float slope = new float[] {0, 0.1f, -0.2f, 1.5f}[seed / 3 % 4];
            PlaneNetwork plane =
                    new PlaneNetwork(seed, slope, hidden).withBoxOfCriticalSizeTimes(seed % 2 == 0 ? 0.98 : 1.02);
            MarginDecision decision =
                    requireRight(plane.network(), plane.box(), plane.label(), plane.leastMargin(), plane.toString());
            split += decision.subproblems() > 2 ? 1 : 0;
            undecided += decision instanceof MarginDecision.Undecided ? 1 : 0;
        }
        assertThat(split).as("networks that had to be split").isGreaterThan(15);
        assertThat(undecided).as("networks left undecided").isLessThan(6);
    }

    private static MarginDecision requireExact(Network network, InputSet set, int label, double exact, String name) {
        MarginDecision decision = requireRight(network, set, label, exact, name);
        if (Math.abs(exact) > 1e-4) {
            assertThat(decision).as("%s, %s", name, exact).isNotInstanceOf(MarginDecision.Undecided.class);
        }
        return decision;
    }

    private static MarginDecision requireRight(Network network, InputSet set, int label, double exact, String name) {
        MarginDecision decision = network.decideMargins(set, label, BUDGET);
        if (exact < -1e-6) {
            assertThat(decision).as("%s, %s", name, exact).isNotInstanceOf(MarginDecision.Proved.class);
        }
        if (exact > 1e-6) {
            assertThat(decision).as("%s, %s", name, exact).isNotInstanceOf(MarginDecision.Refuted.class);
        }
        if (decision instanceof MarginDecision.Proved proved) {
            assertThat(proved.bound()).as(name).isLessThanOrEqualTo(exact + 1e-9);
        }
        if (decision instanceof MarginDecision.Undecided undecided) {
            assertThat(undecided.bound()).as(name).isLessThanOrEqualTo(exact + 1e-9);
        }
        return decision;
    }

    @Test
    void an_input_that_refutes_is_wrong_and_in_the_set() {
        int refuted = 0;
        for (int seed = 0; seed < 100; seed++) {
            PlaneNetwork plane = new PlaneNetwork(seed, 0, 6, 6);
            Network network = plane.network();
            double[] lower = new double[2];
            double[] upper = new double[2];
            plane.box().box(lower, upper);
            if (network.decideMargins(plane.box(), plane.label(), BUDGET) instanceof MarginDecision.Refuted decision) {
                float[] input = decision.input();
                float[] logits = new float[3];
                network.logits(input, 1, logits);
                int label = plane.label();
                assertThat(IntStream.range(0, 3).anyMatch(k -> k != label && logits[k] >= logits[label]))
                        .isTrue();
                for (int i = 0; i < 2; i++) {
                    assertThat((double) input[i]).isBetween(lower[i] - 1e-6, upper[i] + 1e-6);
                }
                refuted++;
            }
        }
        assertThat(refuted).isGreaterThan(20);
    }

    @Test
    void a_margin_that_is_negative_only_inside_of_the_set_is_refuted() {
        InputSet set = Rows.linf(new float[] {0.3f}, 0.5);

        MarginDecision decision = kink(0.01).decideMargins(set, 0, 100);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        MarginDecision.Refuted.class,
                        refuted -> assertThat(refuted.input()[0]).isBetween(-0.01f, 0.01f));
    }

    @Test
    void a_margin_that_is_positive_by_little_is_proved_by_splitting_alone() {
        InputSet set = Rows.linf(new float[] {0.3f}, 0.5);

        assertThat(kink(-0.001).marginBounds(set, 0, BoundMethod.CROWN)[1]).isNegative();
        assertThat(kink(-0.001).decideMargins(set, 0, 100))
                .isInstanceOfSatisfying(MarginDecision.Proved.class, proved -> {
                    assertThat(proved.bound()).isBetween(1e-9, 0.001);
                    assertThat(proved.subproblems()).isPositive();
                });
    }

    @Test
    void a_margin_that_only_rounding_of_floats_undoes_is_refuted() {
        // 3e4 x - 3e4 x + |x| + 1e-4: floats of the size 3e4 are 0.002 apart.
        Network network = Network.sequential(
                Shape.of(1),
                List.of(
                        Dense.of(new float[] {1, -1, 0}, new float[] {0, 0, 1}),
                        Activation.of(Activations.relu()),
                        Dense.of(
                                new float[] {30_001, 30_001, 30_000, 30_000, 30_000, 30_000}, new float[] {1e-4f, 0})));

        assertThat(network.decideMargins(Rows.linf(new float[1], 0.5), 0, 200))
                .isInstanceOf(MarginDecision.Refuted.class);
    }

    @Test
    void without_a_budget_crown_decides() {
        for (int seed = 0; seed < 50; seed++) {
            PlaneNetwork plane = new PlaneNetwork(seed, 0, 6, 6);
            double[] bounds = plane.network().marginBounds(plane.box(), plane.label(), BoundMethod.CROWN);
            double least = Math.min(bounds[0], Math.min(bounds[1], bounds[2]));

            MarginDecision decision = plane.network().decideMargins(plane.box(), plane.label(), 0);

            assertThat(decision)
                    .isEqualTo(
                            least > 0 ? new MarginDecision.Proved(least, 0) : new MarginDecision.Undecided(least, 0));
        }
    }

    @Test
    void the_budget_is_kept_but_for_the_last_block() {
        for (int budget : new int[] {1, 2, 7, 50}) {
            for (int seed = 0; seed < 40; seed++) {
                PlaneNetwork plane = new PlaneNetwork(seed, 0, 8, 8);
                assertThat(plane.network()
                                .decideMargins(plane.box(), plane.label(), budget)
                                .subproblems())
                        .isLessThanOrEqualTo(budget + 2);
            }
        }
    }

    @Test
    void decisions_do_not_depend_on_what_was_asked_before_or_beside() {
        List<PlaneNetwork> planes = IntStream.range(0, 60)
                .mapToObj(seed -> new PlaneNetwork(seed, 0, 8, 8))
                .toList();
        Network network = planes.get(7).network();
        List<String> alone = planes.stream()
                .map(plane -> planes.get(7).network().decideMargins(plane.box(), 0, 60))
                .map(BranchAndBoundTest::bits)
                .toList();

        List<String> together = planes.parallelStream()
                .map(plane -> network.decideMargins(plane.box(), 0, 60))
                .map(BranchAndBoundTest::bits)
                .toList();

        assertThat(together).isEqualTo(alone);
        assertThat(alone.stream().distinct().count()).isGreaterThan(5);
    }

    private static String bits(MarginDecision decision) {
        return decision instanceof MarginDecision.Refuted refuted
                ? refuted.subproblems() + " " + Arrays.toString(refuted.input())
                : decision.toString();
    }

    @Test
    void networks_of_any_layers_are_bounded_soundly_where_only_some_can_be_split() {
        for (int seed = 0; seed < 24; seed++) {
            Network network = LinearBoundsTest.randomNetwork(seed);
            int size = network.inputShape().size();
            float[] x = RandomArrays.uniform("any " + seed, size, -1, 1);
            float[] logits = new float[network.classCount()];
            network.logits(x, 1, logits);
            int label = IntStream.range(0, 3).reduce(0, (a, b) -> logits[b] > logits[a] ? b : a);

            MarginDecision decision = network.decideMargins(Rows.linf(x, 0.03), label, 100);
            double[] crown = network.marginBounds(Rows.linf(x, 0.03), label, BoundMethod.CROWN);
            double[] bounds = network.marginBounds(Rows.linf(x, 0.03), label, BoundMethod.BRANCH_AND_BOUND);

            for (int k = 0; k < 3; k++) {
                boolean isSettled = crown[k] > 0 || k == label;
                assertThat(bounds[k]).isGreaterThanOrEqualTo(isSettled ? crown[k] : Math.min(crown[k], 0));
            }
            assertThat(decision).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void a_negative_budget_is_refused() {
        assertThatThrownBy(() -> kink(0).decideMargins(Rows.linf(new float[1], 1), 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of subproblems must be at least 0, but it was -1");
        assertThatThrownBy(() -> kink(0).decideMargins(Rows.linf(new float[1], 1), 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("margins of class 2");
    }
}
