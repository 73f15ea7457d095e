package org.robustest.perturbation;

import java.math.BigDecimal;

/** The bound ε on a perturbation: what it may be, and how it is written. */
final class Epsilon {

    private Epsilon() {}

    static double requireValid(double epsilon) {
        return requireValid(epsilon, "bound epsilon of a perturbation");
    }

    static double requireValid(double bound, String name) {
        if (!(bound >= 0 && Double.isFinite(bound))) {
            throw new IllegalArgumentException("the " + name + " must be finite and at least 0, but it was " + bound);
        }
        return bound;
    }

    /** Returns all decimals of a bound, without an exponent. */
    static String text(double bound) {
        return BigDecimal.valueOf(bound).toPlainString();
    }
}
