package org.robustest.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;

class EngineKindTest {

    private static final int COUNT = 3;

    @ParameterizedTest
    @EnumSource
    void robustestComputesTheGradientsOfDl4j(BenchmarkModel model) {
        ModelParameters parameters = ModelParameters.of(model.create());
        float[] inputs = new float[COUNT * model.inputShape().size()];
        Random random = new Random(1);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }

        float[] robustest = EngineKind.ROBUSTEST.create(model, parameters, 1).gradients(inputs, COUNT);
        float[] dl4j = EngineKind.DL4J.create(model, parameters, 1).gradients(inputs, COUNT);

        assertThat(dl4j).hasSameSizeAs(inputs);
        assertThat(norm(robustest, dl4j) / norm(dl4j, new float[dl4j.length])).isCloseTo(0, within(1e-5));
    }

    private static double norm(float[] first, float[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.pow((double) first[i] - second[i], 2);
        }
        return Math.sqrt(sum);
    }
}
