package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.random.RandomStream;

class KernelsTest {

    /** A problem of a kernel: all sizes, and arrays with random content. */
    record Problem(int rows, int columns, int width, int lanes, long seed) {

        Matrix matrix() {
            float[] entries = RandomArrays.uniform("matrix " + seed, rows * columns, -1, 1);
            return Matrix.of(rows, columns, (row, column) -> entries[row * columns + column]);
        }

        /** Rows of X in any order, one of them twice. */
        int[] xRows() {
            RandomStream random = RandomStream.of(seed, "rows");
            return IntStream.range(0, columns)
                    .map(k -> (int) (random.nextDouble() * (columns + 3)))
                    .toArray();
        }

        int yStride() {
            return width + 1;
        }

        float[] x() {
            return RandomArrays.uniform("x " + seed, (columns + 5 + width) * lanes, -1, 1);
        }

        float[] y() {
            return RandomArrays.uniform("y " + seed, (2 + rows * yStride()) * lanes, -1, 1);
        }
    }

    static Stream<Problem> problems() {
        RandomStream random = RandomStream.of(1, "kernel problems");
        Stream<Problem> any = IntStream.range(0, 40)
                .mapToObj(i -> new Problem(
                        1 + (int) (random.nextDouble() * 13),
                        1 + (int) (random.nextDouble() * 20),
                        1 + (int) (random.nextDouble() * 9),
                        16 * (1 + (int) (random.nextDouble() * 4)),
                        i));
        return Stream.concat(
                any,
                Stream.of(
                        new Problem(32, 160, 40, 16, 100),
                        new Problem(5, 7, 1, 512, 101),
                        new Problem(6, 166, 13, 16, 102),
                        new Problem(1, 1, 1, 16, 103)));
    }

    /** Those with fewer lanes than a vector has floats, as products have and inner products do not. */
    static Stream<Problem> problemsOfFewLanes() {
        RandomStream random = RandomStream.of(2, "kernel problems of few lanes");
        Stream<Problem> any = IntStream.range(0, 60)
                .mapToObj(i -> new Problem(
                        1 + (int) (random.nextDouble() * 13),
                        1 + (int) (random.nextDouble() * 20),
                        1 + (int) (random.nextDouble() * 40),
                        1 + (int) (random.nextDouble() * 15),
                        i));
        return Stream.concat(any, Stream.of(new Problem(32, 160, 187, 1, 100), new Problem(5, 170, 1, 1, 101)));
    }

    static Stream<Problem> problemsOfAnyLanes() {
        return Stream.concat(problems(), problemsOfFewLanes());
    }

    static List<MatrixKernel> kernels() {
        return Stream.concat(
                        Stream.of(new PlainKernel()),
                        hasVectors()
                                ? Stream.of(named("PackedTiles"), named("WideTiles"), new WarmingKernel())
                                : Stream.empty())
                .toList();
    }

    /** Creates a kernel that this processor might not choose, and whose class the compiler does not know. */
    private static MatrixKernel named(String name) {
        try {
            return (MatrixKernel) Class.forName("org.robustest.network." + name)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("there is no kernel " + name, e);
        }
    }

    private static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    @ParameterizedTest
    @MethodSource("problemsOfAnyLanes")
    void a_product_of_matrices_is_what_the_definition_says(Problem problem) {
        for (MatrixKernel kernel : kernels()) {
            float[] y = product(kernel, problem);

            double[] expected = expectedProduct(problem);
            for (int i = 0; i < y.length; i++) {
                assertThat((double) y[i])
                        .as("%s, float %d", kernel.description(), i)
                        .isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    private static double[] expectedProduct(Problem problem) {
        float[] entries = RandomArrays.uniform("matrix " + problem.seed, problem.rows * problem.columns, -1, 1);
        float[] x = problem.x();
        int[] xRows = problem.xRows();
        double[] expected = doubles(problem.y());
        int length = problem.width * problem.lanes;
        for (int m = 0; m < problem.rows; m++) {
            for (int k = 0; k < problem.columns; k++) {
                for (int j = 0; j < length; j++) {
                    expected[(2 + m * problem.yStride()) * problem.lanes + j] +=
                            (double) entries[m * problem.columns + k] * x[(1 + xRows[k]) * problem.lanes + j];
                }
            }
        }
        return expected;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @Test
    void all_kernels_give_the_same_bits() {
        assumeThat(hasVectors()).as("the JVM has the Vector API").isTrue();
        problems()
                .forEach(problem -> kernels().forEach(kernel -> {
                    assertThat(product(kernel, problem)).isEqualTo(product(new PlainKernel(), problem));
                    assertThat(innerProducts(kernel, problem)).isEqualTo(innerProducts(new PlainKernel(), problem));
                }));
        problemsOfFewLanes()
                .forEach(problem -> kernels()
                        .forEach(kernel ->
                                assertThat(product(kernel, problem)).isEqualTo(product(new PlainKernel(), problem))));
    }

    @ParameterizedTest
    @MethodSource("problemsOfAnyLanes")
    void sums_are_fused_multiply_adds_in_the_order_of_the_columns_even_of_zeros_with_signs(Problem problem) {
        float[] entries = RandomArrays.uniform("matrix " + problem.seed, problem.rows * problem.columns, -1, 1);
        float[] x = problem.x();
        float[] y = problem.y();
        setEveryThirdToZero(x);
        Arrays.fill(y, -0f);
        float[] expected = y.clone();
        int[] xRows = problem.xRows();
        for (int m = 0; m < problem.rows; m++) {
            for (int k = 0; k < problem.columns; k++) {
                for (int j = 0; j < problem.width * problem.lanes; j++) {
                    int at = (2 + m * problem.yStride()) * problem.lanes + j;
                    expected[at] = Math.fma(
                            entries[m * problem.columns + k], x[(1 + xRows[k]) * problem.lanes + j], expected[at]);
                }
            }
        }

        for (MatrixKernel kernel : kernels()) {
            assertThat(product(kernel, problem, x, y.clone()))
                    .as(kernel.description())
                    .isEqualTo(expected);
        }
    }

    private static void setEveryThirdToZero(float[] values) {
        for (int i = 0; i < values.length; i += 3) {
            values[i] = i % 2 == 0 ? 0f : -0f;
        }
    }

    private static float[] product(MatrixKernel kernel, Problem problem) {
        return product(kernel, problem, problem.x(), problem.y());
    }

    private static float[] product(MatrixKernel kernel, Problem problem, float[] x, float[] y) {
        kernel.multiplyAdd(
                problem.matrix(),
                x,
                problem.xRows(),
                1,
                y,
                2,
                problem.yStride(),
                problem.lanes,
                0,
                problem.width * problem.lanes);
        return y;
    }

    private static float[] innerProducts(MatrixKernel kernel, Problem problem) {
        float[] products = RandomArrays.uniform("products", problem.rows * problem.columns, -1, 1);
        kernel.addInnerProducts(
                problem.x(),
                problem.xRows(),
                1,
                problem.y(),
                2,
                problem.yStride(),
                problem.width,
                problem.lanes,
                products);
        return products;
    }

    @ParameterizedTest
    @MethodSource("problems")
    void inner_products_are_what_the_definition_says(Problem problem) {
        float[] x = problem.x();
        float[] y = problem.y();
        int[] xRows = problem.xRows();
        double[] expected = doubles(RandomArrays.uniform("products", problem.rows * problem.columns, -1, 1));
        for (int m = 0; m < problem.rows; m++) {
            for (int k = 0; k < problem.columns; k++) {
                for (int j = 0; j < problem.width * problem.lanes; j++) {
                    expected[m * problem.columns + k] += (double) y[(2 + m * problem.yStride()) * problem.lanes + j]
                            * x[(1 + xRows[k]) * problem.lanes + j];
                }
            }
        }

        for (MatrixKernel kernel : kernels()) {
            float[] products = innerProducts(kernel, problem);
            for (int i = 0; i < products.length; i++) {
                assertThat((double) products[i]).isCloseTo(expected[i], within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 12, 32})
    void rows_are_copied_and_added_at_their_distances(int lanes) {
        float[] x = RandomArrays.uniform("x", 10 * lanes, -1, 1);
        for (MatrixKernel kernel : kernels()) {
            float[] y = new float[12 * lanes];

            kernel.copyRows(x, 1, 3, y, 2, 4, 3, lanes);
            kernel.addRows(x, 0, 2, y, 2, 4, 2, lanes);

            for (int j = 0; j < lanes; j++) {
                assertThat(y[2 * lanes + j]).isEqualTo(x[lanes + j] + x[j]);
                assertThat(y[6 * lanes + j]).isEqualTo(x[4 * lanes + j] + x[2 * lanes + j]);
                assertThat(y[10 * lanes + j]).isEqualTo(x[7 * lanes + j]);
                assertThat(y[3 * lanes + j]).isZero();
            }
        }
    }
}
