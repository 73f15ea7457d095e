package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldBeInvariant.shouldBeInvariantForAtLeast;
import static org.robustest.transformation.Transformations.leadInversion;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.transformation.TransformationResult;

class ShouldBeInvariantTest {

    @Test
    void namesTheSamplesWhosePredictionChanges() {
        TransformationResult inverted = TransformationResult.of(Line.MODEL, Line.allCorrect(), leadInversion(0), 3);
        assertThat(shouldBeInvariantForAtLeast(inverted, 0.5).create()).isEqualToNormalizingNewlines("""
                Expecting the prediction to be the same before and after the transformation for at least 0.5 of the samples, but it is for 0.0000 (0 of 4)
                  transformation: leadInversion(0), seed 3
                  accuracy:       1.0000 (4 of 4) before, 0.0000 (0 of 4) after
                  by class:       left 2 of 2, right 2 of 2
                  first:          near left: left -> right, near right: right -> left, far left: left -> right, far right: right -> left""");
    }
}
