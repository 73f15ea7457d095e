package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.robustest.network.Network;

/** Gradients with respect to the parameters of a network, an array for each of theirs. */
final class Gradients {

    private Gradients() {}

    static List<float[]> zeros(Network network) {
        return network.parameters().stream()
                .map(array -> new float[array.length])
                .toList();
    }

    /** Equal up to a share of the largest one. */
    static void requireEqual(List<float[]> gradients, List<double[]> expected) {
        double largest = expected.stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int p = 0; p < expected.size(); p++) {
            for (int i = 0; i < expected.get(p).length; i++) {
                assertThat((double) gradients.get(p)[i])
                        .as("parameter %s of array %s", i, p)
                        .isCloseTo(expected.get(p)[i], within(1e-4 * largest));
            }
        }
    }
}
