package org.robustest.reference.recipe;

import java.util.Locale;
import org.robustest.reference.model.ReferenceModel;

/**
 * One figure of a model, digit by digit as it is printed.
 *
 * @param model the name of the model
 * @param split what it has learned from and is tested on
 * @param attack what was done to the samples
 * @param epsilon the noise level, {@code 0} for none
 * @param accuracy the share of samples that the model gets right, from 0 to 1, with four digits
 */
record Figure(String model, String split, String attack, String epsilon, String accuracy) {

    /** The names of what {@link #line()} separates by tabs. */
    static final String HEADER = String.join("\t", "model", "split", "attack", "epsilon", "accuracy");

    static final String NO_NOISE = "0";

    private static final int COLUMNS = 5;

    static Figure of(ReferenceModel<?> model, String attack, double epsilon, double accuracy) {
        return new Figure(
                model.name(),
                model.split().toString(),
                attack,
                epsilon == 0 ? NO_NOISE : Double.toString(epsilon),
                String.format(Locale.ROOT, "%.4f", accuracy));
    }

    /**
     * Reads what {@link #line()} has written.
     *
     * @throws IllegalArgumentException if the line does not have the columns of a figure
     */
    static Figure parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != COLUMNS) {
            throw new IllegalArgumentException("a figure has the columns \"" + HEADER.replace('\t', ' ')
                    + "\", separated by tabs, but there was \"" + line + '"');
        }
        return new Figure(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    String line() {
        return String.join("\t", model, split, attack, epsilon, accuracy);
    }

    boolean isWithNoise() {
        return !epsilon.equals(NO_NOISE);
    }
}
