package org.robustest.reference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Fmn;
import org.robustest.attack.Loss;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.reference.mitbih.RealBeats;
import org.robustest.samples.Samples;

/**
 * What the standard cascade leaves standing, no attack by itself breaks at several times the cost, whatever the model was
 * trained by: each way of training hides from another attack.
 */
class CascadeOnReferenceModelsTest {

    private static final int BEATS_OF_EACH_CLASS = 6;

    @ParameterizedTest
    @CsvSource({"CROSS_ENTROPY, 0.03", "NSR, 0.05", "ADVERSARIAL, 0.1", "WORST_POINTS, 0.1"})
    void noAttackBreaksMoreThanOneBeatThatTheCascadeLeaves(TrainingMethod method, double epsilon) {
        Samples beats = RealBeats.mitBih().testBeats().balanced(BEATS_OF_EACH_CLASS);
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(
                        ReferenceModels.mitBihCnn(method).classifier())
                .withoutProbes()
                .withoutCertificates();
        double cascade = accuracy(evaluation, beats, epsilon);

        for (Attack attack : new Attack[] {
            Pgd.withDefaults().withStepSize(0.01).withRestarts(3),
            Pgd.withDefaults().withMomentum(0.75).fromInput().withRestarts(3),
            Apgd.withDefaults().withRestarts(3),
            Apgd.withDefaults().withLoss(Loss.dlr()).withRestarts(3),
            NearestClasses.withDefaults().withTargetedDlr().withSteps(200),
            Fmn.withDefaults(),
        }) {
            assertThat(accuracy(evaluation.withAttack(attack), beats, epsilon))
                    .as("robust accuracy by %s", attack)
                    .isGreaterThan(cascade - 1.5 / beats.size());
        }
    }

    private static double accuracy(RobustnessEvaluation evaluation, Samples beats, double epsilon) {
        return evaluation.evaluate(beats, linf(epsilon).within(0, 1)).robustAccuracy();
    }
}
