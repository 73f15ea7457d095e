package org.robustest.benchmarks.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.samples.Samples;

/** Random samples to train on: a step takes as long on them as on beats. */
final class RandomBatches {

    static final int SIZE = 128;
    private static final int COUNT = 10 * SIZE;

    private RandomBatches() {}

    static Samples of(BenchmarkModel model) {
        SplittableRandom random = new SplittableRandom(1);
        Samples.Builder samples = Samples.builder(
                model.inputShape(),
                IntStream.range(0, model.classCount()).mapToObj(String::valueOf).toList());
        for (int i = 0; i < COUNT; i++) {
            float[] input = new float[model.inputShape().size()];
            for (int j = 0; j < input.length; j++) {
                input[j] = (float) random.nextDouble();
            }
            samples.add("sample " + i, input, i % model.classCount());
        }
        return samples.build();
    }
}
