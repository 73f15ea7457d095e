package org.robustest.benchmarks.jvm;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.benchmarks.process.ChildJvm;
import org.robustest.benchmarks.process.Kernel;
import org.robustest.benchmarks.process.Median;
import org.robustest.network.NetworkFile;

/** What the CNN costs in memory for many samples, and in time to start, each in JVMs of their own. */
public final class JvmCosts {

    private static final String HEAP = "-Xmx64m";
    private static final List<Integer> SAMPLES = List.of(1_000, 100_000);

    private JvmCosts() {}

    /**
     * Prints the gradients per second of few and of many samples within a small heap.
     *
     * @param arguments the options of the command, of which there are none
     * @param out where the table is printed
     */
    public static void scale(List<String> arguments, PrintStream out) {
        Options.parse(arguments, List.of());
        withNetwork(file -> {
            Table table = Table.start(out, "kernel", "heap", "samples", "gradients_per_s");
            for (Kernel kernel : Kernel.values()) {
                for (int samples : SAMPLES) {
                    table.row(
                            kernel.toString(),
                            HEAP,
                            Integer.toString(samples),
                            String.format(Locale.ROOT, "%.0f", rate(kernel, samples, file)));
                }
            }
        });
    }

    private static double rate(Kernel kernel, int samples, Path network) {
        List<String> options = new ArrayList<>(kernel.options());
        options.add(HEAP);
        List<String> arguments = List.of(network.toString(), Integer.toString(samples));
        try (ChildJvm process = ChildJvm.start(samples + " samples", options, Map.of(), ManySamples.class, arguments)) {
            return Double.parseDouble(process.answer());
        }
    }

    /**
     * Prints the time from the start of a JVM to its first gradient.
     *
     * @param arguments the options of the command
     * @param out where the table is printed
     */
    public static void start(List<String> arguments, PrintStream out) {
        int runs = Options.parse(arguments, List.of("--runs")).count("--runs", 1, 5);
        withNetwork(file -> {
            Table table = Table.start(out, "kernel", "seconds_to_first_gradient");
            for (Kernel kernel : Kernel.values()) {
                List<Double> seconds = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    seconds.add(secondsToFirstGradient(kernel, file));
                }
                table.row(kernel.toString(), String.format(Locale.ROOT, "%.3f", Median.of(seconds)));
            }
        });
    }

    private static double secondsToFirstGradient(Kernel kernel, Path network) {
        long start = System.nanoTime();
        try (ChildJvm process = ChildJvm.start(
                "the first gradient", kernel.options(), Map.of(), FirstGradient.class, List.of(network.toString()))) {
            process.answer();
            return (System.nanoTime() - start) * 1e-9;
        }
    }

    private static void withNetwork(Consumer<Path> measurement) {
        try {
            Path file = Files.createTempFile("bench", ".network");
            try {
                BenchmarkModel model = BenchmarkModel.CNN;
                NetworkFile.write(model.network(ModelParameters.of(model.create())), file);
                measurement.accept(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the network for the measurement: " + e, e);
        }
    }
}
