package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldBeEquivariant.shouldBeEquivariantForAtLeast;
import static org.robustest.transformation.Transformations.amplitudeScale;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.transformation.TransformationResult;

class ShouldBeEquivariantTest {

    @Test
    void namesTheSamplesWhosePredictionDoesNotFollow() {
        TransformationResult scaled = TransformationResult.of(Line.MODEL, Line.allCorrect(), amplitudeScale(2), 3);
        assertThat(shouldBeEquivariantForAtLeast(scaled, 0.5, name -> name.equals("left") ? "right" : name)
                        .create())
                .isEqualToNormalizingNewlines("""
                Expecting the prediction to change as the transformation does for at least 0.5 of the samples, but it does for 0.5000 (2 of 4)
                  transformation: amplitudeScale(2.0), seed 3
                  accuracy:       1.0000 (4 of 4) before, 1.0000 (4 of 4) after
                  by class:       left 2 of 2, right 0 of 2
                  first:          near left: left -> left, far left: left -> left""");
    }
}
