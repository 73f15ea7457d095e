package org.robustest.benchmarks.verdict;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.engine.TorchPgd;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.samples.Samples;

/** The JVM of one judge: it warms up, says "ready", and answers questions line by line. */
final class VerdictProcess {

    private VerdictProcess() {}

    /**
     * Answers questions until the standard input ends.
     *
     * @param arguments the engine, the model, the file of the parameters, and that of the samples
     * @throws IOException if a file or the standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        BenchmarkModel model = BenchmarkModel.valueOf(arguments[1]);
        ModelParameters parameters = ModelParameters.read(Path.of(arguments[2]));
        Samples samples = LabelledInputs.read(Path.of(arguments[3]), model.inputShape());
        Judge judge = judge(EngineKind.valueOf(arguments[0]), model, parameters, samples);
        judge.warmUp();
        System.out.println("ready");
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String question = questions.readLine();
        while (question != null) {
            System.out.println(judge.answer(question.split(" ")));
            question = questions.readLine();
        }
        // Native threads of an engine may not be daemons.
        System.exit(0);
    }

    private static Judge judge(EngineKind engine, BenchmarkModel model, ModelParameters parameters, Samples samples) {
        if (engine == EngineKind.ROBUSTEST) {
            return new RobustestJudge(model.network(parameters), samples);
        }
        int size = model.inputShape().size();
        float[] inputs = new float[samples.size() * size];
        long[] labels = new long[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            samples.get(i).copyInputTo(inputs, i * size);
            labels[i] = samples.get(i).label();
        }
        boolean channelsLast = engine == EngineKind.PYTORCH_CHANNELS_LAST;
        return new TorchJudge(new TorchPgd(model, parameters, channelsLast, inputs, labels));
    }
}
