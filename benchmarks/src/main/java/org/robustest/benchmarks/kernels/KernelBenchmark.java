package org.robustest.benchmarks.kernels;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.robustest.benchmarks.process.Kernel;
import org.robustest.network.Block;
import org.robustest.network.Matrix;

/** The operations of the kernel that the JVM was started with, run by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class KernelBenchmark {

    /** Until then plain Java helps the kernel with the Vector API out, even on a machine that does other things too. */
    private static final long TAKE_OVER_NANOS = 2_000_000_000;

    /** The kernel that the JVM was started with. */
    @Param("PLAIN")
    public Kernel kernel = Kernel.PLAIN;

    /** The sizes. */
    @Param
    public KernelShape shape = KernelShape.MLP_FIRST;

    private Block block = BlockProbe.ofLanes(16);
    private Matrix a = Matrix.of(1, 1, (row, column) -> 0);
    private int[] xRows = {};
    private float[] x = {};
    private float[] y = {};
    private float[] products = {};

    /** Creates a benchmark without numbers; JMH calls {@link #fill} next. */
    public KernelBenchmark() {}

    /** Draws the numbers, and multiplies until the kernel with the Vector API has taken over. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        block = BlockProbe.ofLanes(shape.lanes());
        a = Matrix.of(shape.rows(), shape.columns(), (row, column) -> random.nextFloat() - 0.5f);
        xRows = shape.xRows();
        x = numbers(shape.xSize(), random);
        y = numbers(shape.ySize(), random);
        products = new float[shape.rows() * shape.columns()];
        long start = System.nanoTime();
        while (kernel == Kernel.VECTOR && System.nanoTime() - start < TAKE_OVER_NANOS) {
            multiplyAdd();
        }
    }

    private static float[] numbers(int count, Random random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    /**
     * Adds a product of matrices, as forward and backward passes do.
     *
     * @return the sums
     */
    @Benchmark
    public float[] multiplyAdd() {
        block.multiplyAdd(a, x, xRows, 0, y, 0, shape.width(), shape.width());
        return y;
    }

    /**
     * Adds inner products, as the gradients of weights are made.
     *
     * @return the products
     */
    @Benchmark
    public float[] addInnerProducts() {
        block.addInnerProducts(x, xRows, 0, y, 0, shape.width(), shape.width(), products);
        return products;
    }
}
