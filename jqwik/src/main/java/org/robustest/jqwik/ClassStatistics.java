package org.robustest.jqwik;

import net.jqwik.api.statistics.Statistics;

/** Counts what a property was tried on. */
public final class ClassStatistics {

    static final String LABEL = "tries";

    private ClassStatistics() {}

    /**
     * Counts a try by the class of its sample, and by how its perturbation was chosen. To be called within a property; jqwik
     * reports the numbers at its end, in a line under the label {@value #LABEL}. Where the property fails, the tries by which it is
     * shrunk are among them.
     *
     * @param sample the perturbed sample of the try
     */
    public static void collect(PerturbedSample sample) {
        Statistics.label(LABEL).collect(sample.className(), sample.origin());
    }
}
