package org.robustest.jqwik;

import net.jqwik.api.statistics.Statistics;

/** Counts what a property was tried on. */
public final class ClassStatistics {

    private ClassStatistics() {}

    /**
     * Counts a try by the class of its sample, and by how its perturbation was chosen. To be called within a property; jqwik
     * reports the shares at its end, under the labels {@code class} and {@code perturbation}.
     *
     * @param sample the perturbed sample of the try
     */
    public static void collect(PerturbedSample sample) {
        Statistics.label("class").collect(sample.className());
        Statistics.label("perturbation").collect(sample.origin());
    }
}
