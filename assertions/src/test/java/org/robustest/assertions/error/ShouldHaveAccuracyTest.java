package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveAccuracy.shouldHaveAccuracyOfAtLeast;
import static org.robustest.transformation.Transformations.amplitudeScale;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.transformation.TransformationResult;

class ShouldHaveAccuracyTest {

    @Test
    void namesTheSamplesThatAreWrongAfterwards() {
        TransformationResult halved = TransformationResult.of(Line.REPAIRED, Line.allCorrect(), amplitudeScale(0.5), 3);
        assertThat(shouldHaveAccuracyOfAtLeast(halved, 0.75).create()).isEqualToNormalizingNewlines("""
                Expecting an accuracy of at least 0.75 after the transformation, but it was 0.5000 (2 of 4)
                  transformation: amplitudeScale(0.5), seed 3
                  accuracy:       0.7500 (3 of 4) before, 0.5000 (2 of 4) after
                  by class:       left 0 of 2, right 2 of 2
                  first:          near right: left -> left, far right: right -> left""");
    }
}
