package org.robustest.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How accuracy falls with the size of the perturbation.
 *
 * @param results the results for growing sets, at least one
 */
public record RobustnessCurve(List<RobustnessResult> results) {

    /**
     * Creates a curve.
     *
     * @param results the results on the same samples, the set of the smallest ε first
     * @throws IllegalArgumentException if there is no result, one is on no samples, or ε does not grow from 0 or more
     */
    public RobustnessCurve {
        results = List.copyOf(results);
        double last = -1;
        for (RobustnessResult result : results) {
            if (result.set().epsilon() <= last || result.verdicts().isEmpty()) {
                throw new IllegalArgumentException("a curve needs results on samples for a growing epsilon, but found "
                        + result + " behind epsilon = " + last);
            }
            last = result.set().epsilon();
        }
        if (!(last > 0)) {
            throw new IllegalArgumentException(
                    "a curve needs a result for an epsilon above 0, but there were " + results.size() + " results");
        }
    }

    /**
     * Returns the area under the robust accuracy from ε = 0, where it is the clean accuracy, to the largest ε, divided by
     * that (Ma and Liang, 2022), by the trapezoidal rule.
     *
     * @return the mean robust accuracy over ε, from 0 to 1
     */
    public double area() {
        return area(RobustnessResult::robustAccuracy);
    }

    /**
     * Returns the area under the certified accuracy, as {@link #area} does for the robust one.
     *
     * @return the mean certified accuracy over ε, from 0 to 1
     */
    public double certifiedArea() {
        return area(RobustnessResult::certifiedAccuracy);
    }

    private double area(ToDoubleFunction<RobustnessResult> accuracy) {
        double area = 0;
        double epsilon = 0;
        double height = results.get(0).cleanAccuracy();
        for (RobustnessResult result : results) {
            double next = accuracy.applyAsDouble(result);
            area += (result.set().epsilon() - epsilon) * (height + next) / 2;
            epsilon = result.set().epsilon();
            height = next;
        }
        return area / epsilon;
    }

    /** Returns a line for each result, and the area. */
    @Override
    public String toString() {
        return results.stream().map(RobustnessResult::toString).collect(Collectors.joining(System.lineSeparator()))
                + String.format(Locale.ROOT, "%narea: robust %.4f, certified %.4f", area(), certifiedArea());
    }
}
