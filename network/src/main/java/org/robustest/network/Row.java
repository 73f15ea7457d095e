package org.robustest.network;

/**
 * What is to be bounded from below: an element of a value, less another one.
 *
 * @param value the value
 * @param plus the index of the element that is added, or {@link #NONE}
 * @param minus the index of the element that is taken off, or {@link #NONE}
 */
record Row(int value, int plus, int minus) {

    static final int NONE = -1;

    static Row lower(int value, int i) {
        return new Row(value, i, NONE);
    }

    static Row upper(int value, int i) {
        return new Row(value, NONE, i);
    }
}
