package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {

    private static final float[] POINTS = {-100, -20, -3, -1, -0.1f, 0.1f, 1, 3, 20, 100};

    static Stream<Arguments> formulas() {
        return Stream.of(
                formula(Activations.relu(), x -> Math.max(0, x)),
                formula(Activations.leakyRelu(0.25), x -> x > 0 ? x : 0.25 * x),
                formula(Activations.elu(1.5), x -> x > 0 ? x : 1.5 * (Math.exp(x) - 1)),
                formula(Activations.tanh(), Math::tanh),
                formula(Activations.sigmoid(), x -> 1 / (1 + Math.exp(-x))),
                formula(Activations.softplus(), x -> x > 30 ? x : Math.log(1 + Math.exp(x))));
    }

    private static Arguments formula(ActivationFunction function, DoubleUnaryOperator formula) {
        return Arguments.of(function.description(), function, formula);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void values_equal_the_formula(String name, ActivationFunction function, DoubleUnaryOperator formula) {
        float[] values = new float[POINTS.length];

        function.apply(POINTS, values, POINTS.length);

        for (int i = 0; i < POINTS.length; i++) {
            double expected = formula.applyAsDouble(POINTS[i]);
            assertThat((double) values[i]).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void derivatives_equal_central_differences_of_the_formula(
            String name, ActivationFunction function, DoubleUnaryOperator formula) {
        float[] values = new float[POINTS.length];
        float[] ones = new float[POINTS.length];
        Arrays.fill(ones, 1);
        float[] derivatives = new float[POINTS.length];
        function.apply(POINTS, values, POINTS.length);

        function.multiplyByDerivative(POINTS, values, ones, derivatives, POINTS.length);

        for (int i = 0; i < POINTS.length; i++) {
            double difference =
                    (formula.applyAsDouble(POINTS[i] + 1e-5) - formula.applyAsDouble(POINTS[i] - 1e-5)) / 2e-5;
            assertThat((double) derivatives[i]).isCloseTo(difference, within(1e-6));
        }
    }

    @Test
    void the_derivative_of_a_saturated_sigmoid_is_small_but_not_zero() {
        float[] derivative = new float[1];

        Activations.sigmoid().multiplyByDerivative(new float[] {30}, new float[] {1}, new float[] {1}, derivative, 1);

        assertThat(derivative[0]).isCloseTo((float) Math.exp(-30), within(1e-18f));
    }

    @Test
    void not_a_number_stays_not_a_number() {
        formulas().map(arguments -> (ActivationFunction) arguments.get()[1]).forEach(function -> {
            float[] value = new float[1];
            function.apply(new float[] {Float.NaN}, value, 1);
            assertThat(value[0]).as(function.description()).isNaN();
        });
    }
}
