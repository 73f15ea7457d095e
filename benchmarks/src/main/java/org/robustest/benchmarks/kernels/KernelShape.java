package org.robustest.benchmarks.kernels;

import java.util.List;
import java.util.stream.IntStream;

/** The sizes that products of matrices have in the benchmark models. */
public enum KernelShape {

    /** The first layer of the MLP. */
    MLP_FIRST(dense(128, 187), 400),

    /** The second layer of the MLP. */
    MLP_SECOND(dense(128, 128), 400),

    /** The third layer of the MLP. */
    MLP_THIRD(dense(32, 128), 400),

    /** The convolutions of the first residual block of the CNN. */
    CNN_FIRST(convolution(32, 32, 5, 187), 16),

    /** The convolutions of the last residual block of the CNN. */
    CNN_LAST(convolution(32, 32, 5, 12), 16),

    /** Linear bounds of the second layer of the MLP. */
    BOUNDS(dense(128, 128), 64);

    private final Product product;
    private final int lanes;

    KernelShape(Product product, int lanes) {
        this.product = product;
        this.lanes = lanes;
    }

    private static Product dense(int outputs, int inputs) {
        return new Product(outputs, IntStream.range(0, inputs).boxed().toList(), 1);
    }

    /** As many rows of X as there are taps, which begin beside one another in the padded input of each channel. */
    private static Product convolution(int outputs, int channels, int taps, int positions) {
        int padded = positions + taps - 1;
        return new Product(
                outputs,
                IntStream.range(0, channels * taps)
                        .mapToObj(k -> k / taps * padded + k % taps)
                        .toList(),
                positions);
    }

    int rows() {
        return product.rows();
    }

    int columns() {
        return product.xRows().size();
    }

    /** Where each row of X begins, counted in rows of lanes. */
    int[] xRows() {
        return product.xRows().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The length of the rows of X and Y, counted in rows of lanes. */
    int width() {
        return product.width();
    }

    int lanes() {
        return lanes;
    }

    int xSize() {
        return (product.xRows().get(columns() - 1) + width()) * lanes;
    }

    int ySize() {
        return rows() * width() * lanes;
    }

    /** The operations of a product, each multiplication and each addition counted. */
    double operations() {
        return 2.0 * columns() * ySize();
    }

    private record Product(int rows, List<Integer> xRows, int width) {}
}
