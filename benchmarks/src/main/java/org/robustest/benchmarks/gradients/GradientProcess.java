package org.robustest.benchmarks.gradients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.engine.GradientEngine;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;

/**
 * The JVM of one engine: it warms up, says "ready", and answers every "run" with the gradients per second of one run. In
 * between it waits, and uses no processor.
 */
final class GradientProcess {

    private static final double RUN_SECONDS = 1;
    private static final double LEAST_WARM_UP_SECONDS = 3;
    private static final double MOST_WARM_UP_SECONDS = 15;
    private static final double STEADY = 1.03;

    private final GradientEngine engine;
    private final float[] inputs;
    private final int count;

    private GradientProcess(GradientEngine engine, float[] inputs, int count) {
        this.engine = engine;
        this.inputs = inputs;
        this.count = count;
    }

    /**
     * Runs an engine until the standard input ends.
     *
     * @param arguments the engine, the model, the batch size, the number of threads, the file of the parameters, and the
     *     file to write some of the gradients into
     * @throws IOException if a file or the standard input cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        EngineKind kind = EngineKind.valueOf(arguments[0]);
        BenchmarkModel model = BenchmarkModel.valueOf(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        ModelParameters parameters = ModelParameters.read(Path.of(arguments[4]));
        GradientEngine engine = kind.create(model, parameters, Integer.parseInt(arguments[3]));
        GradientProcess process =
                new GradientProcess(engine, inputs(count * model.inputShape().size()), count);
        GradientSample.of(engine.gradients(process.inputs, count), count).write(Path.of(arguments[5]));
        process.warmUp();
        process.serve();
        // Native threads of an engine may not be daemons.
        System.exit(0);
    }

    private static float[] inputs(int size) {
        Random random = new Random(1);
        float[] inputs = new float[size];
        for (int i = 0; i < size; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        return inputs;
    }

    private void warmUp() {
        long start = System.nanoTime();
        double best = 0;
        boolean steady = false;
        while (secondsSince(start) < LEAST_WARM_UP_SECONDS || (!steady && secondsSince(start) < MOST_WARM_UP_SECONDS)) {
            double rate = run();
            steady = rate <= best * STEADY;
            best = Math.max(best, rate);
        }
    }

    private void serve() throws IOException {
        System.out.println("ready");
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(run());
        }
    }

    private double run() {
        long start = System.nanoTime();
        long done = 0;
        do {
            engine.gradients(inputs, count);
            done += count;
        } while (secondsSince(start) < RUN_SECONDS);
        return done / secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Returns the arguments of {@link #main}. */
    static List<String> arguments(
            Contestant contestant, BenchmarkModel model, int batch, Path parameters, Path sample) {
        return List.of(
                contestant.engine().name(),
                model.name(),
                Integer.toString(batch),
                Integer.toString(contestant.threads()),
                parameters.toString(),
                sample.toString());
    }
}
