package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Loss;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.samples.Samples;

/** Holds the attacks that run by default to others that cost more, on real beats: none may find half a point more. */
class StandardCascadeTest {

    private static final double HALF_A_POINT = 0.005;

    private static final List<Attack> OTHERS = List.of(
            Pgd.withDefaults().withStepSize(0.01).withRestarts(5),
            Pgd.withDefaults().withRestarts(10),
            Apgd.withDefaults().withRestarts(10),
            Apgd.withDefaults().withLoss(Loss.dlr()).withRestarts(10),
            NearestClasses.withDefaults().withSteps(500),
            NearestClasses.withDefaults().withSteps(500).withTargetedDlr());

    @ParameterizedTest
    @EnumSource
    void finds_no_less_than_attacks_with_more_restarts_or_ten_times_the_budget(TrainingMethod method) {
        Samples beats = DataFolder.find(MitBih.FOLDER)
                .map(folder -> MitBih.open(folder).testBeats().balanced(40))
                .orElseThrow(() -> new TestAbortedException(DataFolder.howToProvide(MitBih.FOLDER)));
        DifferentiableClassifier model = ReferenceModels.mitBihMlp(method).classifier();
        for (double epsilon : new double[] {0.05, 0.1}) {
            RobustnessResult standard =
                    RobustnessEvaluation.of(model).evaluate(beats, linf(epsilon).within(0, 1));
            assertThat(standard.obstacles()).isEmpty();
            for (Attack other : OTHERS) {
                double robustAccuracy = RobustnessEvaluation.of(model)
                        .withAttack(other)
                        .withoutProbes()
                        .withoutCertificates()
                        .evaluate(beats, linf(epsilon).within(0, 1))
                        .robustAccuracy();
                assertThat(standard.robustAccuracy())
                        .as("epsilon %s, against %s", epsilon, other)
                        .isLessThanOrEqualTo(robustAccuracy + HALF_A_POINT);
            }
        }
    }
}
