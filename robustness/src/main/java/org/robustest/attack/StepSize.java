package org.robustest.attack;

/** The length of a step: a number, or a fraction of ε. */
record StepSize(double value, boolean isRelative) {

    StepSize {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("the step size must be positive and finite, but it was " + value);
        }
    }

    static StepSize absolute(double length) {
        return new StepSize(length, false);
    }

    static StepSize relative(double fraction) {
        return new StepSize(fraction, true);
    }

    double in(double epsilon) {
        return isRelative ? value * epsilon : value;
    }

    @Override
    public String toString() {
        return isRelative ? value + "*epsilon" : Double.toString(value);
    }
}
