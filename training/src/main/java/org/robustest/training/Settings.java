package org.robustest.training;

/** Checks of settings. */
final class Settings {

    private Settings() {}

    static double positive(double number, String name) {
        if (!(number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException("the " + name + " must be positive and finite, but it was " + number);
        }
        return number;
    }

    static double notNegative(double number, String name) {
        if (!(number >= 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException("the " + name + " must be 0 or more and finite, but it was " + number);
        }
        return number;
    }

    static double share(double number, String name) {
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException("the " + name + " must be from 0 to 1, but it was " + number);
        }
        return number;
    }

    static int atLeastOne(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException("the " + name + " must be at least 1, but it was " + number);
        }
        return number;
    }
}
