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
    private final Once<RobustnessEvaluation> evaluation;
    private final Once<Samples> samples;
    private final List<RobustnessResult> results = new ArrayList<>();

    Escalation(TestMethod test, Once<RobustnessEvaluation> evaluation, Once<Samples> samples) {
        this.test = test;
        this.evaluation = evaluation;
        this.samples = samples;
    }

    synchronized RobustnessResult at(Level level) {
        List<Level> levels = test.levels();
        int wanted = levels.indexOf(level);
        while (results.size() <= wanted) {
            PerturbationSet set =
                    test.annotation().norm().ball(levels.get(results.size()).epsilon());
            results.add(
                    results.isEmpty()
                            ? evaluation.get().evaluate(samples.get(), set)
                            : evaluation.get().escalate(results.get(results.size() - 1), set));
        }
        return results.get(wanted);
    }
}
