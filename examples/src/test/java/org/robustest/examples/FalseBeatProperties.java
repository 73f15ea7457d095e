package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.reference.model.TrainingMethod.CROSS_ENTROPY;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.jqwik.By;
import org.robustest.jqwik.Choice;
import org.robustest.jqwik.ClassStatistics;
import org.robustest.jqwik.OfInputs;
import org.robustest.jqwik.PerturbedSample;
import org.robustest.jqwik.RobustnessProperties;
import org.robustest.jqwik.Within;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** A property that does not hold, tried in two ways; {@link BeatPropertiesTest} runs it, the build does not. */
@RobustnessProperties
class FalseBeatProperties {

    static final DifferentiableClassifier MODEL =
            ReferenceModels.mitBihMlp(CROSS_ENTROPY).classifier();
    static final String SET = "linf(0.004)";
    static final List<PerturbedSample> BROKEN = new ArrayList<>();

    static DifferentiableClassifier model() {
        return MODEL;
    }

    /** The beats that the model gets right without any noise. */
    static Samples beats() {
        return MitBih.open(DataFolder.find(MitBih.FOLDER).orElseThrow())
                .testBeats()
                .balanced(20)
                .where(FalseBeatProperties::isRight);
    }

    private static boolean isRight(Sample beat) {
        float[] logits = new float[MODEL.classCount()];
        MODEL.logits(beat.input(), 1, logits);
        for (int k = 0; k < logits.length; k++) {
            if (k != beat.label() && logits[k] >= logits[beat.label()]) {
                return false;
            }
        }
        return true;
    }

    @Property(seed = "2026", tries = 100)
    void guided(@ForAll @OfInputs("beats") @Within(SET) PerturbedSample beat) {
        check(beat);
    }

    @Property(seed = "2026", tries = 1000)
    void atRandom(@ForAll @OfInputs("beats") @Within(SET) @By(Choice.RANDOM) PerturbedSample beat) {
        check(beat);
    }

    private static void check(PerturbedSample beat) {
        ClassStatistics.collect(beat);
        boolean isRight = beat.isClassifiedCorrectlyBy(MODEL);
        if (!isRight) {
            BROKEN.add(beat);
        }
        assertThat(isRight).isTrue();
    }
}
