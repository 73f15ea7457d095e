package org.robustest.layer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.random.RandomStream;

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

    /**
     * What DL4J 1.0.0-M2.1 gives: {@code function;x;f(x);f'(x)}. Its derivatives are not compared where they are not those of its
     * function: it takes 1 for the alpha of an ELU, a rounded coefficient for its precise GELU, and counts the ends of a hard tanh
     * to the part between them.
     */
    @ParameterizedTest
    @MethodSource("answersOfDl4j")
    void values_and_derivatives_equal_those_of_dl4j(String name, float x, double value, double derivative) {
        ActivationFunction function = Activations.named(name);
        float[] values = new float[1];
        float[] derivatives = new float[1];

        function.apply(new float[] {x}, values, 1);
        function.multiplyByDerivative(new float[] {x}, values, new float[] {1}, derivatives, 1);

        assertThat((double) values[0]).isCloseTo(value, within(1e-5 * Math.max(1, Math.abs(value))));
        if (!name.equals("ELU(1.5)")
                && !name.startsWith("tanhGELU")
                && !(name.equals("hardTanh") && Math.abs(x) == 1)) {
            assertThat((double) derivatives[0]).isCloseTo(derivative, within(1e-5 * Math.max(1, Math.abs(derivative))));
        }
    }

    static List<Arguments> answersOfDl4j() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ActivationsTest.class.getResourceAsStream("dl4j-activations.csv")), UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(";", -1))
                    .map(fields -> Arguments.of(
                            fields[0],
                            Float.parseFloat(fields[1]),
                            Double.parseDouble(fields[2]),
                            Double.parseDouble(fields[3])))
                    .toList();
        }
    }

    static List<ActivationFunction> all() {
        return LayerExample.activations();
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_value_on_an_interval_lies_outside_its_bounds(ActivationFunction function) {
        RandomStream random = RandomStream.of(1, "intervals");
        float[] x = new float[1000];
        float[] y = new float[x.length];
        for (int interval = 0; interval < 200; interval++) {
            double low = 8 * random.nextDouble() - 6;
            double high = low + Math.pow(10, 1 - 6 * random.nextDouble());
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) (low + (high - low) * i / (x.length - 1));
            }
            double least = function.least(Math.min(low, x[0]), Math.max(high, x[x.length - 1]));
            double greatest = function.greatest(Math.min(low, x[0]), Math.max(high, x[x.length - 1]));
            function.apply(x, y, x.length);
            for (float value : y) {
                double rounding = Math.ulp(Math.max(1, Math.abs(value)));
                assertThat((double) value).isBetween(least - rounding, greatest + rounding);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void bounds_are_tight(ActivationFunction function) {
        RandomStream random = RandomStream.of(1, "tight intervals");
        float[] x = new float[20_000];
        float[] y = new float[x.length];
        for (int interval = 0; interval < 20; interval++) {
            double low = 8 * random.nextDouble() - 6;
            double high = low + 4 * random.nextDouble();
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) (low + (high - low) * i / (x.length - 1));
            }
            function.apply(x, y, x.length);
            double smallest = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (float value : y) {
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
            // A step of the grid, times the largest slope: that of the cube at 6.
            double grid = 110 * (high - low) / x.length;
            assertThat(function.least(low, high)).isCloseTo(smallest, within(grid));
            assertThat(function.greatest(low, high)).isCloseTo(largest, within(grid));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.044715, 10, 1000, 1e6})
    void the_minimum_of_a_gelu_is_found_however_steep_it_is(double cubic) {
        ActivationFunction gelu = Activations.tanhGelu(cubic);
        double smallest = 0;
        for (int i = 1; i <= 100_000; i++) {
            double x = -3e-5 * i;
            double inner = Math.sqrt(2 / Math.PI) * (x + cubic * x * x * x);
            smallest = Math.min(smallest, x / 2 * (1 + Math.tanh(inner)));
        }

        assertThat(gelu.least(-5, 5)).isCloseTo(smallest, within(1e-6)).isLessThanOrEqualTo(smallest);
    }

    @Test
    void a_threshold_is_compared_as_a_float_like_the_inputs() {
        float[] value = new float[1];

        Activations.thresholdedRelu(0.4).apply(new float[] {0.4f}, value, 1);

        assertThat(value).containsExactly(0);
    }

    @Test
    void softplus_overflows_where_the_exponential_does() {
        float last = 88.72283f;
        float[] values = new float[2];
        ActivationFunction softplus = Activations.overflowingSoftplus(Math.log(Float.MAX_VALUE));

        softplus.apply(new float[] {last, Math.nextUp(last)}, values, 2);

        assertThat((float) Math.exp(last)).isFinite();
        assertThat((float) Math.exp(Math.nextUp(last))).isInfinite();
        assertThat(values).containsExactly(last, Float.POSITIVE_INFINITY);
        assertThat(Activations.named(softplus.description()).description()).isEqualTo(softplus.description());
        assertThat(softplus.greatest(0, 89)).isInfinite();
        assertThat(softplus.greatest(0, 88)).isEqualTo(88);
    }

    @Test
    void the_bounds_of_a_relu_that_jumps_hold_on_both_sides_of_the_jump() {
        ActivationFunction jumpsUp = Activations.relu(2, 0.5, 0.25);
        ActivationFunction jumpsDown = Activations.relu(Double.POSITIVE_INFINITY, -0.5, 0);

        assertThat(jumpsUp.least(0, 1)).isEqualTo(-0.125);
        assertThat(jumpsUp.greatest(0, 0.5)).isEqualTo(0.5);
        assertThat(jumpsUp.greatest(0, 3)).isEqualTo(2);
        assertThat(jumpsDown.least(-1, -0.25)).isEqualTo(-0.5);
        assertThat(jumpsDown.greatest(-1, -0.5)).isZero();
        assertThat(jumpsDown.greatest(-0.5, -0.25)).isEqualTo(-0.25);
    }

    @Test
    void a_relu_without_a_bound_a_threshold_and_a_slope_is_the_plain_one() {
        assertThat(Activations.relu(Double.POSITIVE_INFINITY, 0, 0)).isEqualTo(Activations.relu());
        assertThat(Activations.relu(Double.POSITIVE_INFINITY, 0, 0.25)).isEqualTo(Activations.leakyRelu(0.25));
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
