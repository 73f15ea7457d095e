package org.robustest.benchmarks.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.engine.TorchTraining;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.samples.Samples;

/**
 * The JVM of one engine: it warms up, says "ready", and answers the name of every objective with the milliseconds of a step. In
 * between it waits, and uses no processor.
 */
final class TrainingProcess {

    private static final double RUN_MILLIS = 1500;
    private static final double WARM_UP_MILLIS = 10_000;
    private static final int FEWEST = 5;

    private final StepEngine engine;
    private final Map<ObjectiveKind, Integer> steps = new EnumMap<>(ObjectiveKind.class);

    private TrainingProcess(StepEngine engine) {
        this.engine = engine;
    }

    /**
     * Runs an engine until the standard input ends.
     *
     * @param arguments the engine, the model and the number of threads
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        BenchmarkModel model = BenchmarkModel.valueOf(arguments[1]);
        TrainingProcess process =
                new TrainingProcess(engine(EngineKind.valueOf(arguments[0]), model, Integer.parseInt(arguments[2])));
        for (ObjectiveKind objective : ObjectiveKind.values()) {
            process.warmUp(objective);
        }
        System.out.println("ready");
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String question = questions.readLine();
        while (question != null) {
            System.out.println(process.measure(ObjectiveKind.valueOf(question)));
            question = questions.readLine();
        }
        // Native threads of an engine may not be daemons.
        System.exit(0);
    }

    private static StepEngine engine(EngineKind engine, BenchmarkModel model, int threads) {
        Samples samples = RandomBatches.of(model);
        Model created = model.create();
        return engine == EngineKind.ROBUSTEST
                ? new TrainerSteps(created, samples, threads)
                : new TorchSteps(
                        new TorchTraining(
                                model, ModelParameters.of(created), engine == EngineKind.PYTORCH_CHANNELS_LAST),
                        samples);
    }

    private void warmUp(ObjectiveKind objective) {
        double spent = 0;
        int count = FEWEST;
        while (spent < WARM_UP_MILLIS) {
            double millis = engine.millisPerStep(objective, count);
            spent += millis * count;
            count = Math.max(FEWEST, (int) (RUN_MILLIS / millis));
        }
        steps.put(objective, count);
    }

    private double measure(ObjectiveKind objective) {
        return engine.millisPerStep(objective, steps.getOrDefault(objective, FEWEST));
    }
}
