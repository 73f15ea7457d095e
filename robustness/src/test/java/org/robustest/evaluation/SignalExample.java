package org.robustest.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Random signals of two channels, and random networks of two layers that classify them. */
final class SignalExample {

    static final Shape SHAPE = Shape.of(2, 30);

    private SignalExample() {}

    static Network network(int classes) {
        return Network.sequential(
                SHAPE,
                List.of(
                        dense("hidden", SHAPE.size(), 12),
                        Activation.of(Activations.tanh()),
                        dense("last", 12, classes)));
    }

    static Layer dense(String name, int inputs, int outputs) {
        RandomStream random = RandomStream.of(8, name);
        float[] weights = new float[inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) ((2 * random.nextDouble() - 1) * 3 / Math.sqrt(inputs));
        }
        return Dense.of(weights, new float[outputs]);
    }

    /** Random signals, each with the label that the model gives it. */
    static Samples samples(Network model, int count) {
        RandomStream random = RandomStream.of(9, "signals");
        int classes = model.classCount();
        Samples.Builder builder = Samples.builder(
                        SHAPE,
                        IntStream.range(0, classes).mapToObj(k -> "class " + k).toList())
                .within(0, 1);
        for (int i = 0; i < count; i++) {
            float[] input = new float[SHAPE.size()];
            for (int j = 0; j < input.length; j++) {
                input[j] = (float) random.nextDouble();
            }
            float[] logits = new float[classes];
            model.logits(input, 1, logits);
            int label = IntStream.range(0, classes)
                    .reduce((a, b) -> logits[a] >= logits[b] ? a : b)
                    .orElseThrow();
            builder.add("sample " + i, input, label);
        }
        return builder.build();
    }
}
