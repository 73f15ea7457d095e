package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.Classifier;
import org.robustest.dl4j.Dl4j;
import org.robustest.random.RandomStream;
import org.robustest.reference.cpsc2018.Cpsc2018;
import org.robustest.reference.data.RealData;
import org.robustest.reference.model.Split;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class Cpsc2018RecipeTest {

    private static final int LEADS = 8;
    private static final int LENGTH = 2_048;

    @Test
    void theNetworkHasTheParametersOfTheYardstick() {
        ComputationGraph network = Cpsc2018Networks.residual(1, 100);

        assertThat(network.numParams()).isEqualTo(166_801);
        assertThat(Dl4j.classifier(network, Cpsc2018Networks.SHAPE))
                .asString()
                .startsWith("DL4J model convolution(8 -> 16");
    }

    static List<Cpsc2018Recipe> recipes() {
        return List.of(Cpsc2018Recipe.residual(), Cpsc2018Recipe.residualNsr(), Cpsc2018Recipe.residualAdversarial());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void trainsByEveryObjective(Cpsc2018Recipe every) {
        Cpsc2018Recipe recipe = every.withSteps(2);
        List<String> lines = new ArrayList<>();

        float[] trained = recipe.train(waves(1), lines::add).params().toFloatVector();

        assertThat(trained)
                .hasSize(166_801)
                .doesNotContain(Float.NaN)
                .isNotEqualTo(Cpsc2018Networks.residual(1, 2).params().toFloatVector());
        assertThat(lines).singleElement().asString().startsWith("step 2 of 2, loss ");
    }

    @Test
    void everyRecordingOfOneLabelIsInTheTestOfOneFold() {
        Path data = RealData.cpsc2018();
        Cpsc2018Recipe recipe = Cpsc2018Recipe.residual();

        List<String> tested = new ArrayList<>();
        for (Split split : recipe.model().splits()) {
            recipe.withSplit(split).testSamples(data).forEach(sample -> tested.add(sample.id()));
        }

        List<String> all = new ArrayList<>();
        Cpsc2018.open(data).recordings().singleLabel().forEach(file -> all.add(file.id()));
        assertThat(recipe.model().splits()).hasSize(5);
        assertThat(tested).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
        Samples samples = Samples.builder(Shape.of(3), List.of("a", "b", "c"))
                .add("1", new float[] {1, 0, 0}, 0)
                .add("2", new float[] {1, 0, 0}, 0)
                .add("3", new float[] {0, 1, 0}, 0)
                .add("4", new float[] {1, 0, 0}, 1)
                .add("5", new float[] {0, 1, 0}, 1)
                .build();
        Classifier echo = new Classifier() {
            @Override
            public Shape inputShape() {
                return Shape.of(3);
            }

            @Override
            public int classCount() {
                return 3;
            }

            @Override
            public void logits(float[] inputs, int batchSize, float[] logits) {
                System.arraycopy(inputs, 0, logits, 0, 3 * batchSize);
            }
        };

        F1Scores f1 = F1Scores.of(echo, samples);

        double precisionOfA = 2 / 3.0;
        double recallOfA = 2 / 3.0;
        assertThat(f1.scores().get(0))
                .isCloseTo(2 * precisionOfA * recallOfA / (precisionOfA + recallOfA), within(1e-12));
        assertThat(f1.scores().get(1)).isCloseTo(2 * 0.5 * 0.5 / (0.5 + 0.5), within(1e-12));
        assertThat(f1.scores().get(2)).isZero();
        assertThat(f1.macro()).isCloseTo((2 / 3.0 + 0.5) / 3, within(1e-12));
    }

    @Test
    void refusesInputsOfAnotherShape() {
        Samples others = Samples.builder(Shape.of(12), Diagnosis.names()).build();

        assertThatThrownBy(() -> Cpsc2018Recipe.residual().train(others, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape [8, 2048], but they have the shape [12]");
    }

    /** A sine of another frequency for every class. */
    private static Samples waves(int perClass) {
        Samples.Builder waves =
                Samples.builder(Shape.of(LEADS, LENGTH), Diagnosis.names()).within(-1, 1);
        for (int label = 0; label < Diagnosis.values().length; label++) {
            for (int i = 0; i < perClass; i++) {
                String id = "w" + label + "-" + i;
                double phase = 2 * Math.PI * RandomStream.of(1, id).nextDouble();
                float[] input = new float[LEADS * LENGTH];
                for (int j = 0; j < input.length; j++) {
                    input[j] = (float) Math.sin(phase + 0.01 * (label + 1) * (j % LENGTH));
                }
                waves.add(id, input, label);
            }
        }
        return waves.build();
    }
}
