package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.reference.model.TrainingMethod.CROSS_ENTROPY;

import org.opentest4j.TestAbortedException;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Samples;

/** The reference model on beats of MIT-BIH that it has not seen; skipped where the data is missing. */
class MitBihBeatsTest {

    @Model
    static DifferentiableClassifier model() {
        return ReferenceModels.mitBihMlp(CROSS_ENTROPY).classifier();
    }

    @Inputs
    static Samples beats() {
        return DataFolder.find(MitBih.FOLDER)
                .map(folder -> MitBih.open(folder).testBeats().balanced(160))
                .orElseThrow(() -> new TestAbortedException(DataFolder.howToProvide(MitBih.FOLDER)));
    }

    @RobustnessTest(
            epsilon = {0.01, 0.03},
            minRobustAccuracy = {0.60, 0.10})
    void staysCorrectUnderBoundedNoise() {}

    @RobustnessTest(epsilon = 0.01)
    void ventricularBeatsAreSafest(RobustnessResult result) {
        assertThat(result).forClass("V").hasRobustAccuracyOfAtLeast(0.75);
    }
}
