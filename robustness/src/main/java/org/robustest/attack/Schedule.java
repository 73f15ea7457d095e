package org.robustest.attack;

/**
 * How long the steps of a walk are.
 *
 * @param steps how many there are
 * @param firstLength the length of the first, in the unit of the inputs or as a fraction of ε
 * @param isRelative whether it is a fraction of ε
 * @param shrinks whether each step is shorter than the one before by the same amount, so that one more would have no length; or
 *     all are as long as the first
 */
record Schedule(int steps, double firstLength, boolean isRelative, boolean shrinks) {

    Schedule {
        if (!(firstLength > 0 && Double.isFinite(firstLength))) {
            throw new IllegalArgumentException("the step size must be positive and finite, but it was " + firstLength);
        }
    }

    /** Returns steps that shrink from a fraction of ε. */
    static Schedule shrinking(int steps, double firstFraction) {
        return new Schedule(steps, firstFraction, true, true);
    }

    Schedule withSteps(int newSteps) {
        return new Schedule(newSteps, firstLength, isRelative, shrinks);
    }

    Schedule withFirstLength(double length, boolean newIsRelative) {
        return new Schedule(steps, length, newIsRelative, shrinks);
    }

    Schedule withShrinking() {
        return new Schedule(steps, firstLength, isRelative, true);
    }

    /** Returns the length of a step, the first of which has the number 1. */
    double length(int step, double epsilon) {
        return first(epsilon) * (shrinks ? (double) (steps - step + 1) / steps : 1);
    }

    /** Returns the lengths of all steps together. */
    double sum(double epsilon) {
        return first(epsilon) * (shrinks ? (steps + 1) / 2.0 : steps);
    }

    private double first(double epsilon) {
        return isRelative ? firstLength * epsilon : firstLength;
    }

    /** Tells how long the steps are, such as {@code 0.1*epsilon}. */
    String sizes() {
        return firstLength + (isRelative ? "*epsilon" : "") + (shrinks ? " shrinking" : "");
    }
}
