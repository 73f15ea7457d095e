package org.robustest.training;

/** Sums whose order is that of the samples, whichever thread computed them. */
final class Sums {

    private Sums() {}

    static double inOrder(double[] terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }
}
