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
     * @return a lower bound of each margin {@code [K]}, positive infinity for the label itself; not a number where the bound,
     *     or a value that is computed on the way to the logits, may overflow
     * @throws IllegalArgumentException if there is no such class
     */
    double[] marginBounds(InputSet set, int label, BoundMethod method);

    /**
     * Decides whether a class has the largest logit on a whole set: by {@link BoundMethod#CROWN}, and where that leaves it
     * open by splitting the set, as long as the budget lasts, at the values at which ReLUs bend (branch and bound, with the
     * multipliers of Wang, Zhang, Xu et al., "Beta-CROWN", NeurIPS 2021). That cannot decide where the least margin is about 0,
     * or close to it, or where layers other than ReLUs and leaky ReLUs are curved; and it gives up early where the bounds grow
     * so slowly that the budget would not do.
     *
     * <p>A proof holds for the logits as they are computed in float32, as {@link #marginBounds} does. The same arguments give
     * the same decision.
     *
     * @param set the inputs
     * @param label the class
     * @param subproblems how many parts of the set to bound at most, or a few more, as they go by blocks; 0 for none
     * @return what was found
     * @throws IllegalArgumentException if there is no such class, or the number is negative
     */
    MarginDecision decideMargins(InputSet set, int label, int subproblems);

    /**
     * Returns how many values the layers take that are not affine, which the cost of {@link BoundMethod#CROWN} grows with.
     *
     * @return the number of values
     */
    int curvedValues();
}
