package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldTellOfTransformation.shouldTellOfTransformation;
import static org.robustest.transformation.Transformations.amplitudeScale;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.transformation.TransformationResult;

class ShouldTellOfTransformationTest {

    @Test
    void saysWhyNothingCanBeConcludedAndWhatToDo() {
        TransformationResult nothing = TransformationResult.of(Line.MODEL, Line.allCorrect(), amplitudeScale(1), 3);
        assertThat(shouldTellOfTransformation(nothing).create()).isEqualToNormalizingNewlines("""
                Inconclusive, which does not pass: The transformation changes none of the inputs: nothing was tested. Make it stronger.
                  transformation: amplitudeScale(1.0), seed 3
                  accuracy:       1.0000 (4 of 4) before, 1.0000 (4 of 4) after""");
    }
}
