package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.BDDRobustnessAssertions.then;
import static org.robustest.assertions.RobustnessAssertFactories.CLASSIFIER;
import static org.robustest.assertions.RobustnessAssertFactories.COUNTEREXAMPLE;
import static org.robustest.assertions.RobustnessAssertFactories.ROBUSTNESS_CURVE;
import static org.robustest.assertions.RobustnessAssertFactories.ROBUSTNESS_RESULT;
import static org.robustest.assertions.RobustnessAssertFactories.TRANSFORMATION_RESULT;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.transformation.Transformations.leadInversion;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.transformation.TransformationResult;

class EntryPointsTest {

    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);
    private final RobustnessCurve curve = new RobustnessCurve(List.of(half));

    @Test
    void readAsThenToo() {
        then(Line.MODEL).on(Line.allCorrect()).remainsCorrectUnder(linf(0.4));
        then(half).hasRobustAccuracyOfAtLeast(0.5);
        then(half.worst().orElseThrow()).breaks(Line.MODEL);
        then(curve).satisfiesCurve(epsilon -> 0.5);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> then(half).remainsCorrect());
    }

    @Test
    void areReachedFromTheAssertionsOfAssertJ() {
        Object model = Line.MODEL;
        assertThat(model).asInstanceOf(CLASSIFIER).on(Line.allCorrect()).remainsCorrectUnder(linf(0.4));
        assertThat(List.of(half)).singleElement(ROBUSTNESS_RESULT).hasRobustAccuracyOfAtLeast(0.5);
        assertThat(half.worst()).get(COUNTEREXAMPLE).doesNotBreak(Line.REPAIRED);
        assertThat((Object) curve).asInstanceOf(ROBUSTNESS_CURVE).hasAreaOfAtLeast(0.5);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((Object) half)
                        .asInstanceOf(ROBUSTNESS_RESULT)
                        .remainsCorrect());
    }

    @Test
    void leadToTransformationsInEveryStyle() {
        TransformationResult inverted = TransformationResult.of(Line.MODEL, Line.allCorrect(), leadInversion(0), 1);
        then(inverted).hasAccuracyOfAtLeast(0);
        assertThat((Object) inverted).asInstanceOf(TRANSFORMATION_RESULT).hasAccuracyOfAtLeast(0);
        RobustnessSoftAssertions softly = new RobustnessSoftAssertions();
        softly.assertThat(inverted).isInvariantForAtLeast(1).hasAccuracyOfAtLeast(1);
        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }
}
