package org.robustest.layer;

/**
 * A line below and a line above a function on an interval.
 *
 * @param slopeBelow the slope of the line below
 * @param below the value of the line below at 0
 * @param slopeAbove the slope of the line above
 * @param above the value of the line above at 0
 */
public record Lines(double slopeBelow, double below, double slopeAbove, double above) {

    private static final double ROUNDING = 1e-12;
    private static final double TINY = 1e-15;

    /** Returns lines that are constants. */
    static Lines between(double least, double greatest) {
        return new Lines(0, least, 0, greatest);
    }

    /** Returns the same line twice. */
    static Lines same(double slope, double atZero) {
        return new Lines(slope, atZero, slope, atZero);
    }

    /** Returns two lines, moved apart by more than what computing them has rounded. */
    static Lines outward(double slopeBelow, double below, double slopeAbove, double above) {
        return new Lines(
                slopeBelow,
                below - Math.abs(below) * ROUNDING - TINY,
                slopeAbove,
                above + Math.abs(above) * ROUNDING + TINY);
    }

    /** Tells whether the function is linear on the interval, but for what computing the lines has rounded. */
    boolean coincide() {
        return slopeBelow == slopeAbove && above - below <= 4 * (Math.abs(below) * ROUNDING + TINY);
    }
}
