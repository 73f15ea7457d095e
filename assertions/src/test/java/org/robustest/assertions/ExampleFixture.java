package org.robustest.assertions;

import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

/** What the examples in the Javadoc speak of: the model decides by the sign of its input. */
abstract class ExampleFixture {

    final DifferentiableClassifier model = Line.MODEL;
    final DifferentiableClassifier repaired = Line.REPAIRED;
    final Samples nearAndFar = Line.allCorrect();
    final Samples samples = nearAndFar.where(sample -> sample.id().startsWith("near"));
    final Samples onlyRight = nearAndFar.where(sample -> sample.label() == 1);
    final Samples twenty = Line.twenty();
    final RobustnessEvaluation evaluation = RobustnessEvaluation.of(model);
    final RobustnessResult result = evaluation.evaluate(nearAndFar, linf(0.6));
    final RobustnessCurve curve = new RobustnessCurve(List.of(result));
    final Counterexample counterexample = result.worst().orElseThrow();

    final String opposite(String className) {
        return className.equals("left") ? "right" : "left";
    }
}
