package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;

/** The figures of the cards contradict one another nowhere. */
class PublishedFiguresTest {

    private static final double ROUNDING = 0.00015;

    static List<String> models() {
        return ReferenceModels.all().stream()
                .filter(ReferenceModel::isShipped)
                .map(ReferenceModel::name)
                .toList();
    }

    /**
     * All of these attack the same samples, the smooth noise within a part of the ball. Where the gradient is 0 an attack by itself fails,
     * which counts as a sample lost, though a certificate may prove it: so much more the cascade may leave.
     */
    @ParameterizedTest
    @MethodSource("models")
    void theCascadeLeavesNoMoreThanAnAttackByItselfBesidesWhatIsProved(String model) throws IOException {
        Figures all = Figures.read(Path.of("../docs/models/" + model + ".tsv"));
        for (String split : all.splits()) {
            Figures figures = all.ofSplit(split);
            List<Figure> alone = figures.all().stream()
                    .filter(figure ->
                            List.of("uniform noise", "smooth (SAP)", "PGD-100").contains(figure.attack()))
                    .toList();
            assertThat(alone).hasSizeGreaterThanOrEqualTo(3 * 5);
            for (Figure figure : alone) {
                assertThat(accuracy(figures, "standard cascade", figure.epsilon()))
                        .as("%s under the cascade, %s; %s leaves %s", model, split, figure, figure.accuracy())
                        .isLessThanOrEqualTo(Double.parseDouble(figure.accuracy())
                                + accuracy(figures, "certified", figure.epsilon())
                                + ROUNDING);
            }
        }
    }

    private static double accuracy(Figures figures, String attack, String epsilon) {
        return Double.parseDouble(figures.accuracy(attack, epsilon).orElseThrow());
    }
}
