package org.robustest.benchmarks.gradients;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.robustest.benchmarks.engine.EngineKind;

/** The speed of PyTorch that others are compared with. Wrong results are no yardstick, however fast they come. */
final class Yardstick {

    /** First as convolutions are commonly written, which gives wrong gradients on some processors. */
    private static final List<EngineKind> WAYS_TO_WRITE = List.of(EngineKind.PYTORCH, EngineKind.PYTORCH_CHANNELS_LAST);

    private Yardstick() {}

    /**
     * Chooses the yardstick.
     *
     * @param rates the gradients per second of all contestants
     * @param correct those whose gradients are right
     * @return the fastest of the correct rows of the first way to write the model that has one, or NaN if none has
     */
    static double of(Map<Contestant, Double> rates, Collection<Contestant> correct) {
        for (EngineKind engine : WAYS_TO_WRITE) {
            OptionalDouble fastest = rates.entrySet().stream()
                    .filter(entry -> entry.getKey().engine() == engine && correct.contains(entry.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .max();
            if (fastest.isPresent()) {
                return fastest.getAsDouble();
            }
        }
        return Double.NaN;
    }
}
