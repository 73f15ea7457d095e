package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.reference.mitbih.RealBeats;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.TrainingMethod;

class ModelEvaluationTest {

    /** What takes minutes is left to {@code models evaluate --compare}: attacks by more than a few passes. */
    @Test
    void reproducesTheFiguresBesideTheCard() throws IOException {
        ReferenceModel<?> model = ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY);
        List<Figure> measured = new ArrayList<>();
        ModelEvaluation evaluation = new ModelEvaluation(
                model, model.classifier(), RealBeats.mitBih().testBeats(), Protocol.BEATS, measured::add);

        evaluation.measureClean(Integer.MAX_VALUE);
        evaluation.measureNoise(Integer.MAX_VALUE);
        evaluation.measureUniformNoise(Integer.MAX_VALUE);

        Figures file = Figures.read(new CardPages(Path.of("..", "docs")).fileOf(model.name()));
        assertThat(measured).hasSize(8 + 9 + 6).isSubsetOf(file.all());
    }
}
