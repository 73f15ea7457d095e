package org.robustest.reference.recipe;

import java.util.Locale;
import org.robustest.reference.model.ReferenceModel;

/**
 * One figure of a model.
 *
 * @param model the model
 * @param attack what was done to the samples
 * @param epsilon the noise level, 0 for none
 * @param accuracy the share of samples that the model gets right, from 0 to 1
 */
record Figure(ReferenceModel<?> model, String attack, double epsilon, double accuracy) {

    /** The names of what {@link #line()} separates by tabs. */
    static final String HEADER = String.join("\t", "model", "split", "attack", "epsilon", "accuracy");

    String line() {
        return String.join(
                "\t",
                model.name(),
                model.split().toString(),
                attack,
                epsilon == 0 ? "0" : Double.toString(epsilon),
                String.format(Locale.ROOT, "%.4f", accuracy));
    }
}
