package org.robustest.benchmarks.kernels;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.benchmarks.process.Kernel;
import org.robustest.benchmarks.process.TemporaryFolder;

/** How many operations of floating point each kernel does per second, measured by JMH. */
public final class KernelComparison {

    private KernelComparison() {}

    /**
     * Prints a row for each operation, kernel and shape.
     *
     * @param arguments the options of the command
     * @param out where the table is printed
     */
    public static void run(List<String> arguments, PrintStream out) {
        int forks = Options.parse(arguments, List.of("--forks")).count("--forks", 1, 1);
        Table table = Table.start(out, "operation", "kernel", "rows", "columns", "row_length", "gflops", "error");
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            for (Kernel kernel : Kernel.values()) {
                measure(kernel, forks, folder.path().resolve(kernel + ".log"))
                        .forEach(result -> print(kernel, result, table));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what JMH says: " + e, e);
        }
    }

    private static Collection<RunResult> measure(Kernel kernel, int forks, Path log) throws IOException {
        try {
            return new Runner(new OptionsBuilder()
                            .include(KernelBenchmark.class.getName())
                            .param("kernel", kernel.name())
                            .jvmArgsAppend(kernel.options().toArray(String[]::new))
                            .forks(forks)
                            .shouldFailOnError(true)
                            .output(log.toString())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new BenchmarkException(
                    "JMH could not measure the kernel " + kernel + "; it said:\n" + Files.readString(log), e);
        }
    }

    private static void print(Kernel kernel, RunResult result, Table table) {
        KernelShape shape = KernelShape.valueOf(result.getParams().getParam("shape"));
        Result<?> perNanosecond = result.getPrimaryResult();
        table.row(
                perNanosecond.getLabel(),
                kernel.toString(),
                Integer.toString(shape.rows()),
                Integer.toString(shape.columns()),
                Integer.toString(shape.width() * shape.lanes()),
                String.format(Locale.ROOT, "%.1f", perNanosecond.getScore() * shape.operations()),
                String.format(Locale.ROOT, "%.1f", perNanosecond.getScoreError() * shape.operations()));
    }
}
