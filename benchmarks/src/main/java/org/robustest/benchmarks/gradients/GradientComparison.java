package org.robustest.benchmarks.gradients;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.benchmarks.process.ChildJvm;
import org.robustest.benchmarks.process.Median;
import org.robustest.benchmarks.process.TemporaryFolder;

/**
 * Input gradients per second of each engine, each in a JVM of its own. They take turns run by run, so that what slows the
 * machine down for a while slows all of them down.
 */
public final class GradientComparison {

    private static final int DEFAULT_BATCH = 800;
    private static final double TOLERANCE = 1e-3;

    private final BenchmarkModel model;
    private final int batch;
    private final int runs;
    private final PrintStream warnings;

    private GradientComparison(BenchmarkModel model, int batch, int runs, PrintStream warnings) {
        this.model = model;
        this.batch = batch;
        this.runs = runs;
        this.warnings = warnings;
    }

    /**
     * Runs the command.
     *
     * @param arguments its options
     * @param out where the table is printed
     * @param warnings where it is said that an engine computes something else
     */
    public static void run(List<String> arguments, PrintStream out, PrintStream warnings) {
        Options options = Options.parse(arguments, List.of("--runs", "--batch", "--models"));
        int runs = options.count("--runs", 1, 5);
        Table table = Table.start(out, "model", "engine", "kernel", "threads", "gradients_per_s", "ratio_to_pytorch");
        for (BenchmarkModel model : options.choices("--models", List.of(BenchmarkModel.values()))) {
            int batch = options.count("--batch", 1, DEFAULT_BATCH);
            try {
                new GradientComparison(model, batch, runs, warnings).measure(table);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot exchange files with the engines: " + e, e);
            }
        }
    }

    private void measure(Table table) throws IOException {
        Map<Contestant, ChildJvm> processes = new LinkedHashMap<>();
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            Path folder = temporary.path();
            ModelParameters.of(model.create()).write(folder.resolve("parameters"));
            for (Contestant contestant : contestants()) {
                ChildJvm process = start(contestant, folder);
                processes.put(contestant, process);
                awaitReady(process, contestant);
            }
            List<Contestant> correct = compare(new ArrayList<>(processes.keySet()), folder);
            Map<Contestant, Double> rates = takeTurns(processes);
            print(rates, Yardstick.of(rates, correct), table);
        } finally {
            processes.values().forEach(ChildJvm::close);
        }
    }

    /** Without a convolution there is one way to write a model for PyTorch. */
    private List<Contestant> contestants() {
        return Contestant.all().stream()
                .filter(contestant ->
                        model != BenchmarkModel.MLP || contestant.engine() != EngineKind.PYTORCH_CHANNELS_LAST)
                .toList();
    }

    private ChildJvm start(Contestant contestant, Path folder) {
        return ChildJvm.start(
                contestant + " on the model " + model,
                contestant.jvmOptions(),
                contestant.environment(),
                GradientProcess.class,
                GradientProcess.arguments(
                        contestant, model, batch, folder.resolve("parameters"), sampleFile(contestant, folder)));
    }

    private static Path sampleFile(Contestant contestant, Path folder) {
        return folder.resolve(contestant.engine() + "-" + contestant.kernelName() + "-" + contestant.threads());
    }

    private static void awaitReady(ChildJvm process, Contestant contestant) {
        String line = process.answer();
        if (!line.equals("ready")) {
            throw new BenchmarkException(contestant + " should say \"ready\", but said \"" + line + '"');
        }
    }

    /** Returns those whose gradients are right. */
    private List<Contestant> compare(List<Contestant> contestants, Path folder) throws IOException {
        List<Contestant> correct = new ArrayList<>();
        GradientSample dl4j = sample(contestants, EngineKind.DL4J, folder);
        GradientSample robustest = sample(contestants, EngineKind.ROBUSTEST, folder);
        for (Contestant contestant : contestants) {
            boolean ours = contestant.engine() == EngineKind.ROBUSTEST;
            double error = GradientSample.read(sampleFile(contestant, folder)).errorAgainst(ours ? dl4j : robustest);
            if (error <= TOLERANCE) {
                correct.add(contestant);
                continue;
            }
            String message = "on the model " + model + " the gradients of " + contestant + " differ from those of "
                    + (ours ? "DL4J" : "Robustest") + " by a relative error of " + error;
            if (ours || contestant.engine() == EngineKind.DL4J) {
                throw new BenchmarkException(message + "; one of the two computes something else");
            }
            warnings.println("bench: " + message + ": its speed is that of wrong results");
        }
        return correct;
    }

    private static GradientSample sample(List<Contestant> contestants, EngineKind engine, Path folder)
            throws IOException {
        for (Contestant contestant : contestants) {
            if (contestant.engine() == engine) {
                return GradientSample.read(sampleFile(contestant, folder));
            }
        }
        throw new IllegalArgumentException("there is no " + engine + " among " + contestants);
    }

    private Map<Contestant, Double> takeTurns(Map<Contestant, ChildJvm> processes) {
        Map<Contestant, List<Double>> rates = new LinkedHashMap<>();
        processes.keySet().forEach(contestant -> rates.put(contestant, new ArrayList<>()));
        for (int run = 0; run < runs; run++) {
            rates.forEach((contestant, measured) -> {
                ChildJvm process = processes.get(contestant);
                if (process != null) {
                    process.ask("run");
                    measured.add(Double.parseDouble(process.answer()));
                }
            });
        }
        Map<Contestant, Double> medians = new LinkedHashMap<>();
        rates.forEach((contestant, measured) -> medians.put(contestant, Median.of(measured)));
        return medians;
    }

    private void print(Map<Contestant, Double> rates, double yardstick, Table table) {
        rates.forEach((contestant, rate) -> table.row(
                model.toString(),
                contestant.engine().toString(),
                contestant.kernelName(),
                Integer.toString(contestant.threads()),
                String.format(Locale.ROOT, "%.0f", rate),
                String.format(Locale.ROOT, "%.2f", rate / yardstick)));
    }
}
