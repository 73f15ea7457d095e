package org.robustest.jqwik;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.DeepFool;
import org.robustest.attack.Fgsm;
import org.robustest.attack.Fmn;
import org.robustest.attack.HopSkipJump;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.attack.Spsa;
import org.robustest.attack.Square;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;

/** Attacks with settings from a range that a test can afford; they shrink to the simplest, with the fewest steps. */
final class Attacks {

    private Attacks() {}

    /** Returns the attacks that are able to attack a model; without one, those that need gradients are among them. */
    static Arbitrary<Attack> on(Optional<Classifier> model) {
        return model.filter(each -> !(each instanceof DifferentiableClassifier)).isPresent()
                ? withoutGradients()
                : byGradients();
    }

    private static Arbitrary<Attack> byGradients() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(2, 50);
        Arbitrary<Integer> restarts = Arbitraries.integers().between(1, 3);
        Arbitrary<Integer> targets = Arbitraries.integers().between(1, 4);
        return Arbitraries.oneOf(
                Arbitraries.of(Fgsm.withDefaults(), Fgsm.towardEveryClass()),
                Combinators.combine(steps, restarts).as(Attacks::pgd),
                Combinators.combine(steps, restarts)
                        .as((s, r) -> Apgd.withDefaults().withSteps(s).withRestarts(r)),
                Combinators.combine(steps, targets)
                        .as((s, t) -> NearestClasses.withDefaults().withSteps(s).withTargets(t)),
                Combinators.combine(steps, targets)
                        .as((s, t) -> Fmn.withDefaults().withSteps(s).withTargets(t)),
                steps.map(s -> DeepFool.withDefaults().withSteps(s)));
    }

    /** Returns PGD with steps that, as usual, add up to 2.5 times the radius, so that they cross the set. */
    private static Attack pgd(int steps, int restarts) {
        return Pgd.withDefaults()
                .withSteps(steps)
                .withRelativeStepSize(2.5 / steps)
                .withRestarts(restarts);
    }

    private static Arbitrary<Attack> withoutGradients() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(10, 500)
                        .map(queries -> Square.withDefaults().withQueries(queries)),
                Arbitraries.integers()
                        .between(2, 10)
                        .map(steps -> Spsa.withDefaults().withSteps(steps)),
                Arbitraries.integers()
                        .between(1, 5)
                        .map(iterations -> HopSkipJump.withDefaults().withIterations(iterations)));
    }
}
