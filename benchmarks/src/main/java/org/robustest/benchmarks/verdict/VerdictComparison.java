package org.robustest.benchmarks.verdict;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.process.ChildJvm;
import org.robustest.benchmarks.process.Kernel;
import org.robustest.benchmarks.process.Median;
import org.robustest.benchmarks.process.TemporaryFolder;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.samples.Samples;

/**
 * What a verdict on real beats costs, beside 100 steps of PGD in PyTorch on all of them: whether the robust accuracy is at
 * least one half, and the report for all noise levels of Ma and Liang (2022). The engines take turns.
 */
public final class VerdictComparison {

    private static final double SHARE = 0.5;
    private static final List<Double> LEVELS = List.of(0.01, 0.03, 0.05, 0.1, 0.2, 0.3);

    private final TrainedModel model;
    private final Samples samples;
    private final List<Question> questions;
    private final Kernel kernel;
    private final int runs;
    private final Table table;
    private final Map<Double, double[]> pgd = new HashMap<>();

    private VerdictComparison(
            TrainedModel model, Samples samples, List<Question> questions, Kernel kernel, int runs, Table table) {
        this.model = model;
        this.samples = samples;
        this.questions = questions;
        this.kernel = kernel;
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
        Options options = Options.parse(
                arguments,
                List.of("--data", "--per-class", "--models", "--questions", "--kernel", "--epsilon", "--runs"));
        Path folder = options.text("--data").map(Path::of).orElseGet(() -> DataFolder.require(MitBih.FOLDER));
        Samples beats = MitBih.open(folder).testBeats().balanced(options.count("--per-class", 1, 160));
        double epsilon = options.numbers("--epsilon", List.of(0.05)).get(0);
        Kernel kernel = options.choices("--kernel", List.of(Kernel.VECTOR, Kernel.PLAIN))
                .get(0);
        List<Question> questions = options.choices("--questions", List.of(Question.values()));
        int runs = options.count("--runs", 1, 3);
        Table table = Table.start(
                out,
                "model",
                "question",
                "epsilon",
                "certified",
                "robust",
                "pgd100_pytorch",
                "seconds",
                "seconds_pytorch",
                "ratio");
        for (TrainedModel model : options.choices("--models", TrainedModel.OF_THE_PAPER)) {
            try {
                new VerdictComparison(model, beats, questions, kernel, runs, table).compare(epsilon);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot exchange files with the engines: " + e, e);
            }
        }
    }

    private void compare(double epsilon) throws IOException {
        Map<EngineKind, ChildJvm> judges = new LinkedHashMap<>();
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            Path folder = temporary.path();
            model.parameters().write(folder.resolve("parameters"));
            LabelledInputs.write(samples, folder.resolve("samples"));
            for (EngineKind engine : model.engines()) {
                judges.put(engine, start(engine, folder));
            }
            for (ChildJvm judge : judges.values()) {
                requireReady(judge);
            }
            measure(judges, epsilon);
        } finally {
            judges.values().forEach(ChildJvm::close);
        }
    }

    private ChildJvm start(EngineKind engine, Path folder) {
        List<String> options = new ArrayList<>(List.of("-Xmx2g"));
        if (engine == EngineKind.ROBUSTEST) {
            options.addAll(kernel.options());
        }
        options.addAll(List.of(
                "-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=2", "-Dai.djl.pytorch.num_interop_threads=1"));
        Map<String, String> environment = new HashMap<>();
        environment.put("OMP_NUM_THREADS", "2");
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("MALLOC_MMAP_MAX_", "0");
        environment.put("MALLOC_TRIM_THRESHOLD_", "4294967296");
        environment.put("MALLOC_TOP_PAD_", "268435456");
        return ChildJvm.start(
                engine + " on " + model,
                options,
                environment,
                VerdictProcess.class,
                List.of(
                        engine.name(),
                        model.architecture().name(),
                        folder.resolve("parameters").toString(),
                        folder.resolve("samples").toString()));
    }

    private static void requireReady(ChildJvm judge) {
        String line = judge.answer();
        if (!line.equals("ready")) {
            throw new BenchmarkException("an engine should say \"ready\", but said \"" + line + '"');
        }
    }

    private void measure(Map<EngineKind, ChildJvm> judges, double epsilon) {
        List<ChildJvm> pytorch = judges.entrySet().stream()
                .filter(entry -> entry.getKey() != EngineKind.ROBUSTEST)
                .map(Map.Entry::getValue)
                .toList();
        ChildJvm robustest = judges.get(EngineKind.ROBUSTEST);
        if (robustest == null) {
            throw new IllegalStateException("Robustest does not take part in " + judges.keySet());
        }
        for (Question question : questions) {
            switch (question) {
                case DECISION -> decide(robustest, pytorch, epsilon);
                case REPORT -> report(robustest, pytorch);
                case BOUNDS -> bound(robustest);
            }
        }
    }

    private void decide(ChildJvm robustest, List<ChildJvm> pytorch, double epsilon) {
        double[] theirs = pgd(pytorch, epsilon);
        double[] ours = median(robustest, "decide " + SHARE + " " + epsilon);
        String level = Double.toString(epsilon);
        row("robust accuracy at least " + SHARE, level, ours[1], ours[2], theirs[1], ours[0], theirs[0]);
    }

    private void report(ChildJvm robustest, List<ChildJvm> pytorch) {
        List<double[]> theirs =
                LEVELS.stream().map(epsilon -> pgd(pytorch, epsilon)).toList();
        StringBuilder question = new StringBuilder("report");
        LEVELS.forEach(epsilon -> question.append(' ').append(epsilon));
        double[] ours = median(robustest, question.toString());
        for (int i = 0; i < LEVELS.size(); i++) {
            String level = Double.toString(LEVELS.get(i));
            double[] atLevel = theirs.get(i);
            row("report", level, ours[1 + 2 * i], ours[2 + 2 * i], atLevel[1], Double.NaN, atLevel[0]);
        }
        double all = theirs.stream().mapToDouble(answer -> answer[0]).sum();
        row("report", "all", Double.NaN, Double.NaN, Double.NaN, ours[0], all);
    }

    /** Full CROWN takes minutes for a sample of the CNN, and is not tried by default on networks of its size. */
    private void bound(ChildJvm robustest) {
        List<String> methods = model.architecture() == BenchmarkModel.MLP
                ? List.of("INTERVAL", "CROWN_INTERVAL", "CROWN")
                : List.of("INTERVAL", "CROWN_INTERVAL");
        for (String method : methods) {
            double[] ours = median(robustest, "bounds " + method + " " + LEVELS.get(0));
            String question = "one sample, " + method.toLowerCase(Locale.ROOT);
            row(question, Double.toString(LEVELS.get(0)), ours[1], Double.NaN, Double.NaN, ours[0], Double.NaN);
        }
    }

    /** Measures PGD at a noise level once, whichever questions are compared with it. */
    private double[] pgd(List<ChildJvm> pytorch, double epsilon) {
        return pgd.computeIfAbsent(epsilon, level -> fastest(pytorch, "pgd " + level));
    }

    private double[] fastest(List<ChildJvm> judges, String question) {
        return judges.stream()
                .map(judge -> median(judge, question))
                .min(Comparator.comparingDouble(answer -> answer[0]))
                .orElseThrow();
    }

    /** Returns the numbers of an answer, with the median of the seconds of all runs. */
    private double[] median(ChildJvm judge, String question) {
        List<Double> seconds = new ArrayList<>();
        double[] numbers = {};
        for (int run = 0; run < runs; run++) {
            judge.ask(question);
            numbers = numbers(judge.answer());
            seconds.add(numbers[0]);
        }
        numbers[0] = Median.of(seconds);
        return numbers;
    }

    private static double[] numbers(String answer) {
        return Stream.of(answer.split(" "))
                .mapToDouble(word -> word.equals("true") ? 1 : word.equals("false") ? 0 : Double.parseDouble(word))
                .toArray();
    }

    private void row(
            String question, String epsilon, double certified, double robust, double pgd, double ours, double theirs) {
        table.row(
                model.toString(),
                question,
                epsilon,
                decimals(4, certified),
                decimals(4, robust),
                decimals(4, pgd),
                decimals(4, ours),
                decimals(2, theirs),
                decimals(1, theirs / ours));
    }

    private static String decimals(int places, double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%." + places + "f", number);
    }

    /** What a model is asked. */
    private enum Question {

        /** Is the robust accuracy at least one half at one noise level? */
        DECISION,

        /** What is the robust accuracy at each noise level? */
        REPORT,

        /** What are the bounds of one sample? */
        BOUNDS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
