package org.robustest.engine.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.samples.Samples;

/** What the tests of one class share while they run. */
final class ClassRun {

    private final Once<RobustnessEvaluation> evaluation;
    private final Once<Samples> samples;
    private final Map<TestMethod, Escalation> escalations = new ConcurrentHashMap<>();
    private final OutcomeTable table;

    ClassRun(Class<?> testClass, long seed) {
        Provider<DifferentiableClassifier> model = Provider.ofModel(testClass);
        this.evaluation = new Once<>(() -> RobustnessEvaluation.of(model.load()).withSeed(seed));
        this.samples = new Once<>(Provider.ofInputs(testClass)::load);
        this.table = new OutcomeTable(testClass.getSimpleName());
    }

    /** Returns the results of a test, none of which has been asked for yet when it starts. */
    Escalation escalation(TestMethod test) {
        return escalations.computeIfAbsent(test, key -> new Escalation(key, evaluation, samples));
    }

    OutcomeTable table() {
        return table;
    }
}
