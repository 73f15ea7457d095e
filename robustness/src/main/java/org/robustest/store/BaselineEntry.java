package org.robustest.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The accuracies of one test at one noise level.
 *
 * @param test the name of the test, the same from run to run
 * @param epsilon the noise level ε
 * @param robustAccuracy the share of all samples that are classified correctly and unbroken, from 0 to 1
 * @param certifiedAccuracy the share of all samples that are certified, from 0 to 1
 * @param samples how many samples there were
 * @param circumstances how the accuracies were measured
 */
public record BaselineEntry(
        String test,
        double epsilon,
        double robustAccuracy,
        double certifiedAccuracy,
        int samples,
        Circumstances circumstances) {

    private static final double ROUNDING = 1e-9;

    /**
     * Compares what was measured now with an earlier measurement.
     *
     * @param earlier the entry of the baseline
     * @param tolerance by how much an accuracy may be smaller, from 0 to 1
     * @return how the two compare
     */
    public Comparison comparedWith(BaselineEntry earlier, double tolerance) {
        List<String> differences = differences(earlier.circumstances);
        if (!differences.isEmpty()) {
            return new Comparison.Refused("the baseline of " + subject() + " was measured under other circumstances: "
                    + String.join("; ", differences)
                    + ". Accuracies under these cannot be compared; go back to those of the baseline, or measure a new one"
                    + " of the model that it stands for, with -Drobustest.baseline=update");
        }
        double robust = robustAccuracy - earlier.robustAccuracy;
        double certified = certifiedAccuracy - earlier.certifiedAccuracy;
        if (Math.min(robust, certified) < -tolerance - ROUNDING) {
            return new Comparison.Worse("the model has become less robust in " + subject() + ": "
                    + change("robust accuracy", earlier.robustAccuracy, robustAccuracy) + ", "
                    + change("certified accuracy", earlier.certifiedAccuracy, certifiedAccuracy)
                    + ", which is more than the tolerance of " + tolerance + " (model " + earlier.circumstances.model()
                    + " with seed " + earlier.circumstances.seed() + " before, " + circumstances.model() + " with seed "
                    + circumstances.seed()
                    + " now). To accept it, delete the line of the baseline and run with -Drobustest.baseline=update");
        }
        if (Math.max(robust, certified) > ROUNDING) {
            return new Comparison.Improved(subject() + ": "
                    + change("robust", earlier.robustAccuracy, robustAccuracy) + ", "
                    + change("certified", earlier.certifiedAccuracy, certifiedAccuracy));
        }
        return new Comparison.Known();
    }

    /**
     * Returns this entry with the accuracies of another one where those are larger.
     *
     * @param other another entry for the same test
     * @return this entry, raised
     */
    public BaselineEntry raisedBy(BaselineEntry other) {
        return new BaselineEntry(
                test,
                epsilon,
                Math.max(robustAccuracy, other.robustAccuracy),
                Math.max(certifiedAccuracy, other.certifiedAccuracy),
                samples,
                circumstances);
    }

    private String subject() {
        return test + " at epsilon = " + epsilon;
    }

    private static String change(String name, double before, double now) {
        return String.format(Locale.ROOT, "%s %.4f -> %.4f (%+.4f)", name, before, now, now - before);
    }

    private List<String> differences(Circumstances earlier) {
        List<String> differences = new ArrayList<>();
        compare("attack", earlier.attack(), circumstances.attack(), differences);
        compare("version of Robustest", earlier.version(), circumstances.version(), differences);
        compare("budget", earlier.budget(), circumstances.budget(), differences);
        compare("samples", earlier.samples(), circumstances.samples(), differences);
        return differences;
    }

    private static void compare(String name, String before, String now, List<String> differences) {
        if (!before.equals(now)) {
            differences.add(name + " was " + before + " and is " + now);
        }
    }
}
