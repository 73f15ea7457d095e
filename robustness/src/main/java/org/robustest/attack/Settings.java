package org.robustest.attack;

/** Checks of the settings of attacks. */
final class Settings {

    private Settings() {}

    static int atLeast(int least, int number, String name) {
        if (number < least) {
            throw new IllegalArgumentException("the " + name + " must be at least " + least + ", but it was " + number);
        }
        return number;
    }

    static double positive(double number, String name) {
        if (!(number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException("the " + name + " must be positive and finite, but it was " + number);
        }
        return number;
    }

    static double share(double number, String name) {
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException("the " + name + " must be from 0 to 1, but it was " + number);
        }
        return number;
    }
}
