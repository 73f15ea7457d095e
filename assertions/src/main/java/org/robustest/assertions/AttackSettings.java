package org.robustest.assertions;

import java.util.Optional;
import org.robustest.attack.Attack;
import org.robustest.attack.Budget;
import org.robustest.attack.Cascade;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;

/**
 * How a model is attacked for an assertion.
 *
 * @param attack the attack, if another one was chosen than the usual
 * @param budget the most that it may spend on a sample, if that was bounded
 * @param seed the seed that every random number depends on
 */
record AttackSettings(Optional<Attack> attack, Optional<Budget> budget, long seed) {

    static final AttackSettings USUAL = new AttackSettings(Optional.empty(), Optional.empty(), 0);

    AttackSettings by(Attack other) {
        return new AttackSettings(Optional.of(other), budget, seed);
    }

    AttackSettings within(Budget other) {
        return new AttackSettings(attack, Optional.of(other), seed);
    }

    AttackSettings seededBy(long other) {
        return new AttackSettings(attack, budget, other);
    }

    RobustnessEvaluation evaluationOf(Classifier model) {
        Attack chosen = attack.orElseGet(
                () -> model instanceof DifferentiableClassifier ? Cascade.standard() : Cascade.gradientFree());
        return RobustnessEvaluation.of(model)
                .withAttack(budget.map(chosen::within).orElse(chosen))
                .withSeed(seed);
    }
}
