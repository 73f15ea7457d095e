package org.robustest.evaluation;

import java.util.stream.Stream;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.DeepFool;
import org.robustest.attack.Fgsm;
import org.robustest.attack.Fmn;
import org.robustest.attack.HopSkipJump;
import org.robustest.attack.Loss;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.attack.Sap;
import org.robustest.attack.Spsa;
import org.robustest.attack.Square;
import org.robustest.attack.UniformNoise;
import org.robustest.classifier.Classifier;

/** Every attack there is, with settings that make it short, for tests of what has to hold of all of them. */
public final class AttackExample {

    private AttackExample() {}

    /** Returns those that follow gradients. */
    public static Stream<Attack> withGradients() {
        return Stream.of(
                Fgsm.withDefaults(),
                Fgsm.towardEveryClass(),
                Pgd.withDefaults().withSteps(20),
                Pgd.withDefaults().withSteps(20).withRestarts(2).fromInput(),
                Apgd.withDefaults().withSteps(20),
                Apgd.withDefaults().withSteps(20).withLoss(Loss.dlr()),
                NearestClasses.withDefaults().withSteps(10),
                NearestClasses.withDefaults().withSteps(10).withTargetedDlr(),
                DeepFool.withDefaults(),
                Fmn.withDefaults().withSteps(20),
                Sap.withDefaults().withSteps(10),
                Cascade.of(
                        UniformNoise.withDefaults().withDraws(3),
                        Pgd.withDefaults().withSteps(20),
                        shortSquare()),
                Cascade.standard());
    }

    /** Returns those that need none. */
    public static Stream<Attack> gradientFree() {
        return Stream.of(
                UniformNoise.withDefaults().withDraws(50),
                shortSquare(),
                Spsa.withDefaults().withSteps(3).withSamples(32),
                HopSkipJump.withDefaults().withIterations(3).withSamples(20),
                Cascade.of(UniformNoise.withDefaults().withDraws(3), shortSquare()));
    }

    private static Square shortSquare() {
        return Square.withDefaults().withQueries(100);
    }

    /** Returns those that are able to attack a model; losses may compare more classes than it has. */
    public static Stream<Attack> of(Classifier classifier) {
        return all().filter(attack -> {
            try {
                attack.requireAbleToAttack(classifier);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** Returns all of them. */
    public static Stream<Attack> all() {
        return Stream.concat(withGradients(), gradientFree());
    }
}
