package org.robustest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.smooth;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Cascade;
import org.robustest.attack.NearestClasses;
import org.robustest.evaluation.Effort;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;

class ReplayTest {

    private final StoredCounterexample stored = Shrinking.shrink(Plane.counterexample(linf(1)), Plane.model(), "m");

    @Test
    void aStoredCounterexampleIsTheVerdictAfterOnePass() {
        Verdict.Broken broken = broken(Plane.model(), linf(0.5), stored);
        assertThat(broken.counterexample().input()).isEqualTo(stored.input());
        assertThat(Replay.isStored(broken.counterexample())).isTrue();
        // Two passes over the clean sample, one of the replay, and one to confirm it.
        assertThat(broken.effort()).isEqualTo(new Effort(4, 0));
    }

    @Test
    void aCounterexampleOfParametersIsReplayedByThem() {
        StoredCounterexample distorted = Shrinking.shrink(Plane.counterexample(smooth(1)), Plane.model(), "m");
        Verdict.Broken broken = broken(Plane.model(), smooth(1), distorted);
        assertThat(broken.counterexample().point()).isEqualTo(distorted.point());
        assertThat(Replay.isStored(broken.counterexample())).isTrue();
    }

    private static Verdict.Broken broken(Network model, PerturbationSet set, StoredCounterexample replayed) {
        return evaluate(model, set, Replay.of(List.of(replayed)).before(Cascade.standard()))
                .verdicts(Verdict.Broken.class)
                .get(0);
    }

    private static RobustnessResult evaluate(Network model, PerturbationSet set, Replay replay) {
        return RobustnessEvaluation.of(model)
                .withoutCertificates()
                .withAttack(replay)
                .evaluate(Plane.samples(), set);
    }

    @Test
    void oneOutsideOfTheSetIsNotProposed() {
        assertThat(evaluate(Plane.model(), linf(0.2), Replay.of(List.of(stored)).before(Cascade.standard()))
                        .verdicts(Verdict.Broken.class))
                .isEmpty();
    }

    @Test
    void oneThatTheModelGetsRightNowLeavesTheSearchAsItWas() {
        // Leans on the third value: right about the stored input, and wrong further on.
        Network other = Plane.withWeights(1, 1, 1, 0);
        assertThat(stored.breaks(other)).isFalse();
        NearestClasses search = NearestClasses.withDefaults();
        RobustnessResult with =
                evaluate(other, linf(0.6), Replay.of(List.of(stored)).before(search));
        RobustnessResult without = RobustnessEvaluation.of(other)
                .withoutCertificates()
                .withAttack(search)
                .evaluate(Plane.samples(), linf(0.6));
        assertThat(with.verdicts(Verdict.Broken.class)).hasSize(1);
        assertThat(with.verdicts(Verdict.Broken.class).get(0).counterexample().input())
                .isEqualTo(without.verdicts(Verdict.Broken.class)
                        .get(0)
                        .counterexample()
                        .input());
        assertThat(with.attack()).isEqualTo(without.attack());
    }

    @Test
    void aloneItFindsWhatIsStoredAndNothingElse() {
        RobustnessResult result = evaluate(Plane.model(), linf(3), Replay.of(List.of(stored)));
        assertThat(result.verdicts(Verdict.Broken.class)).hasSize(1);
        assertThat(result.verdicts(Verdict.Unbroken.class)).hasSize(1);
        assertThat(result.obstacles()).isEmpty();
        assertThat(result.attack()).isEqualTo("stored counterexamples alone");
    }

    @Test
    void belongsToItsSampleAsLongAsThatIsTheSame() {
        assertThat(stored.isOf(Plane.samples().get(0))).isTrue();
        assertThat(stored.isOf(Plane.samples().get(1))).isFalse();
        assertThat(stored.isOf(
                        Plane.samples().get(0).withInput(Plane.samples().shape(), new float[] {0.25F, 0.25F, 1, 1.5F})))
                .isFalse();
    }
}
