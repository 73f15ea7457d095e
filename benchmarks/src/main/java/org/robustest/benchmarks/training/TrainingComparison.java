package org.robustest.benchmarks.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.gradients.Contestant;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.process.ChildJvm;
import org.robustest.benchmarks.process.Median;

/**
 * The time of a step of training on a batch of 128, of each engine in a JVM of its own. They take turns run by run, so that what
 * slows the machine down for a while slows all of them down.
 */
public final class TrainingComparison {

    /**
     * How much longer a step by the noise-to-signal ratio takes than one by cross-entropy where PyTorch is asked for the input
     * gradient alone on its first way back, on one thread: measured once, with PyTorch in Python.
     */
    private static final Map<BenchmarkModel, Double> NSR_PER_CE =
            Map.of(BenchmarkModel.MLP, 4.96 / 1.69, BenchmarkModel.CNN, 182.8 / 75.3);

    private final BenchmarkModel model;
    private final int runs;
    private final Table table;

    private TrainingComparison(BenchmarkModel model, int runs, Table table) {
        this.model = model;
        this.runs = runs;
        this.table = table;
    }

    /**
     * Runs the command.
     *
     * @param arguments its options
     * @param out where the table is printed
     */
    public static void run(List<String> arguments, PrintStream out) {
        Options options = Options.parse(arguments, List.of("--runs", "--models"));
        int runs = options.count("--runs", 1, 5);
        List<BenchmarkModel> models = options.choices("--models", List.of(BenchmarkModel.MLP, BenchmarkModel.CNN));
        Table table = Table.start(
                out, "model", "objective", "engine", "kernel", "threads", "ms_per_step", "ratio_to_pytorch");
        models.forEach(model -> new TrainingComparison(model, runs, table).compare());
    }

    private void compare() {
        Map<Contestant, ChildJvm> processes = new LinkedHashMap<>();
        try {
            for (Contestant contestant : contestants()) {
                ChildJvm process = start(contestant);
                processes.put(contestant, process);
                String line = process.answer();
                if (!line.equals("ready")) {
                    throw new BenchmarkException(contestant + " should say \"ready\", but said \"" + line + '"');
                }
            }
            print(takeTurns(processes));
        } finally {
            processes.values().forEach(ChildJvm::close);
        }
    }

    private List<Contestant> contestants() {
        return Contestant.all().stream()
                .filter(contestant -> contestant.engine() != EngineKind.DL4J)
                .filter(contestant ->
                        model != BenchmarkModel.MLP || contestant.engine() != EngineKind.PYTORCH_CHANNELS_LAST)
                .toList();
    }

    private ChildJvm start(Contestant contestant) {
        return ChildJvm.start(
                contestant + " training the model " + model,
                contestant.jvmOptions(),
                contestant.environment(),
                TrainingProcess.class,
                List.of(contestant.engine().name(), model.name(), Integer.toString(contestant.threads())));
    }

    private Map<Contestant, Map<ObjectiveKind, Double>> takeTurns(Map<Contestant, ChildJvm> processes) {
        Map<Contestant, Map<ObjectiveKind, List<Double>>> measured = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            processes.forEach((contestant, process) -> {
                for (ObjectiveKind objective : ObjectiveKind.values()) {
                    process.ask(objective.name());
                    measured.computeIfAbsent(contestant, key -> new EnumMap<>(ObjectiveKind.class))
                            .computeIfAbsent(objective, key -> new ArrayList<>())
                            .add(Double.parseDouble(process.answer()));
                }
            });
        }
        Map<Contestant, Map<ObjectiveKind, Double>> medians = new LinkedHashMap<>();
        measured.forEach((contestant, ofObjectives) -> {
            Map<ObjectiveKind, Double> ofContestant = new EnumMap<>(ObjectiveKind.class);
            ofObjectives.forEach((objective, millis) -> ofContestant.put(objective, Median.of(millis)));
            medians.put(contestant, ofContestant);
        });
        return medians;
    }

    private void print(Map<Contestant, Map<ObjectiveKind, Double>> medians) {
        for (ObjectiveKind objective : ObjectiveKind.values()) {
            medians.forEach((contestant, millis) -> row(
                    objective,
                    contestant.engine().toString(),
                    contestant.kernelName(),
                    contestant.threads(),
                    millis.getOrDefault(objective, Double.NaN),
                    pytorch(medians, objective, contestant.threads())));
        }
        for (int threads : List.of(1, 2)) {
            row(
                    ObjectiveKind.NSR,
                    "pytorch-scaled",
                    "-",
                    threads,
                    scaled(medians, threads),
                    pytorch(medians, ObjectiveKind.NSR, threads));
        }
    }

    private void row(
            ObjectiveKind objective, String engine, String kernel, int threads, double millis, double pytorch) {
        table.row(
                model.toString(),
                objective.toString(),
                engine,
                kernel,
                Integer.toString(threads),
                String.format(Locale.ROOT, "%.2f", millis),
                String.format(Locale.ROOT, "%.2f", pytorch / millis));
    }

    /** The fastest that PyTorch is on as many threads. */
    private double pytorch(Map<Contestant, Map<ObjectiveKind, Double>> medians, ObjectiveKind objective, int threads) {
        double measured = fastest(medians, objective, threads);
        return objective == ObjectiveKind.NSR ? Math.min(measured, scaled(medians, threads)) : measured;
    }

    private double scaled(Map<Contestant, Map<ObjectiveKind, Double>> medians, int threads) {
        return fastest(medians, ObjectiveKind.CE, threads) * NSR_PER_CE.getOrDefault(model, Double.NaN);
    }

    private static double fastest(
            Map<Contestant, Map<ObjectiveKind, Double>> medians, ObjectiveKind objective, int threads) {
        return medians.entrySet().stream()
                .filter(entry -> entry.getKey().engine() != EngineKind.ROBUSTEST
                        && entry.getKey().threads() == threads)
                .mapToDouble(entry -> entry.getValue().getOrDefault(objective, Double.NaN))
                .min()
                .orElse(Double.NaN);
    }
}
