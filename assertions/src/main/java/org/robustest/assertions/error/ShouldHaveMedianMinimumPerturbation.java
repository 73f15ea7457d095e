package org.robustest.assertions.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.MinimumPerturbation;
import org.robustest.evaluation.RobustnessResult;

/** The message when half of the samples are broken by too little. */
public final class ShouldHaveMedianMinimumPerturbation extends BasicErrorMessageFactory {

    private ShouldHaveMedianMinimumPerturbation(
            double required, double median, List<MinimumPerturbation> minima, RobustnessResult actual) {
        super(
                "Expecting a median minimum perturbation of at least %s but half of the %s samples are broken by %s or less%n"
                        + "  smallest:      %s%n%s",
                required,
                minima.size(),
                unquotedString(size(median)),
                unquotedString(FirstFew.of(minima.stream()
                        .sorted(Comparator.comparingDouble(MinimumPerturbation::broken))
                        .map(minimum -> minimum.sample().id() + " " + size(minimum.broken()))
                        .toList())),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param required the size that was asked for
     * @param median the size by which half of the samples are broken
     * @param minima what is known of each sample, at least one
     * @param actual the result for the size that was asked for
     * @return the message, with the samples that are broken by least
     */
    public static ErrorMessageFactory shouldHaveMedianMinimumPerturbationOfAtLeast(
            double required, double median, List<MinimumPerturbation> minima, RobustnessResult actual) {
        return new ShouldHaveMedianMinimumPerturbation(required, median, minima, actual);
    }

    private static String size(double epsilon) {
        return String.format(Locale.ROOT, "%.4g", epsilon);
    }
}
