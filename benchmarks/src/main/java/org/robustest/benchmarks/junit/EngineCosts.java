package org.robustest.benchmarks.junit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.benchmarks.process.ChildJvm;
import org.robustest.benchmarks.process.Median;
import org.robustest.benchmarks.process.TemporaryFolder;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.samples.Samples;
import org.robustest.store.SamplesFile;

/**
 * What the engine costs a project: the time to discover 1,000 classes none of which has a robustness test, and the time from
 * the start of a JVM to the end of a robustness test with an empty body, each in JVMs of their own without further options.
 */
public final class EngineCosts {

    private static final int CLASSES = 1_000;

    private EngineCosts() {}

    /**
     * Runs the command.
     *
     * @param arguments its options
     * @param out where the table is printed
     */
    public static void run(List<String> arguments, PrintStream out) {
        Options options = Options.parse(arguments, List.of("--runs"));
        int runs = options.count("--runs", 1, 5);
        Table table = Table.start(out, "what", "seconds");
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path classes = folder.path();
            writeClasses(classes);
            row(table, "discovery of " + CLASSES + " classes, which it loads", median(runs, () -> discovery(classes)));
            row(
                    table,
                    "discovery of " + CLASSES + " classes that are loaded",
                    median(runs, () -> discovery(classes, "loaded")));
            Path beats = classes.resolve("beats.samples");
            SamplesFile.write(beats(), beats);
            List<String> fromFile = List.of("-D" + SingleTest.SAMPLES + "=" + beats);
            row(table, "JVM with one test of the MLP on 800 beats", median(runs, () -> wholeJvm(fromFile)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the classes to discover: " + e, e);
        }
        row(
                table,
                "JVM with one test of the MLP on 800 beats, cut from 48 records",
                median(runs, () -> wholeJvm(dataOptions())));
    }

    static Samples beats() {
        return MitBih.open().testBeats().balanced(160);
    }

    private static void row(Table table, String what, double seconds) {
        table.row(what, String.format(Locale.ROOT, "%.3f", seconds));
    }

    private static double median(int runs, Measurement measurement) {
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            seconds.add(measurement.seconds());
        }
        return Median.of(seconds);
    }

    private static double discovery(Path folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        try (ChildJvm process = ChildJvm.start("discovery", List.of(), Map.of(), Discovery.class, arguments)) {
            return Double.parseDouble(process.answer());
        }
    }

    private static double wholeJvm(List<String> options) {
        long start = System.nanoTime();
        try (ChildJvm process = ChildJvm.start(
                "a robustness test", options, Map.of("OMP_NUM_THREADS", "1"), SingleTest.class, List.of())) {
            String outcome = process.answer();
            if (!outcome.equals("passed")) {
                throw new BenchmarkException("the robustness test should have passed, but it " + outcome);
            }
            return (System.nanoTime() - start) * 1e-9;
        }
    }

    /** Hands on where the data are, if that was said. */
    private static List<String> dataOptions() {
        String data = System.getProperty(DataFolder.PROPERTY);
        return data == null ? List.of() : List.of("-D" + DataFolder.PROPERTY + "=" + data);
    }

    private static void writeClasses(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new BenchmarkException("bench engine needs a JDK, since it compiles classes, but this is a JRE");
        }
        List<String> command = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (int i = 0; i < CLASSES; i++) {
            Path source = folder.resolve("Some" + i + "Test.java");
            Files.writeString(
                    source,
                    "class Some" + i + "Test { void staysCorrect() {} void alsoThis() {} static int model() { return "
                            + i + "; } }");
            command.add(source.toString());
        }
        if (compiler.run(null, null, null, command.toArray(String[]::new)) != 0) {
            throw new BenchmarkException("the classes to discover cannot be compiled");
        }
    }

    private interface Measurement {
        double seconds();
    }
}
