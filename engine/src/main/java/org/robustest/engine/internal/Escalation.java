package org.robustest.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * The results of one test at its noise levels, each found once and from the one below it.
 *
 * <p>A level is never evaluated without those below it, so that a verdict does not depend on which tests were selected.
 */
final class Escalation {

    private final TestMethod test;
    private final List<RobustnessResult> results = new ArrayList<>();

    Escalation(TestMethod test) {
        this.test = test;
    }

    synchronized RobustnessResult at(Level level, RobustnessEvaluation evaluation, Samples samples) {
        List<Level> levels = test.levels();
        int wanted = levels.indexOf(level);
        while (results.size() <= wanted) {
            PerturbationSet set =
                    test.annotation().norm().ball(levels.get(results.size()).epsilon());
            results.add(
                    results.isEmpty()
                            ? evaluation.evaluate(samples, set)
                            : evaluation.escalate(results.get(results.size() - 1), set));
        }
        return results.get(wanted);
    }
}
