package org.robustest.classifier;

/** A classifier whose logits can be bounded for all inputs of a set at once, which proves what no search can. */
public interface BoundableClassifier extends DifferentiableClassifier {

    /**
     * Bounds the margins of a class over the others, {@code z[label] - z[k]}, from below.
     *
     * <p>The bounds hold for the logits as they are computed in float32, with every operation rounded and the terms of sums
     * added in any order.
     *
     * @param set the inputs
     * @param label the class
     * @param method how to bound them
     * @return a lower bound of each margin {@code [K]}, positive infinity for the label itself; not a number where the bound
     *     overflows
     * @throws IllegalArgumentException if there is no such class
     */
    double[] marginBounds(InputSet set, int label, BoundMethod method);

    /**
     * Returns how many values the layers take that are not affine, which the cost of {@link BoundMethod#CROWN} grows with.
     *
     * @return the number of values
     */
    int curvedValues();
}
