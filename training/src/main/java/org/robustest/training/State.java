package org.robustest.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A state of a training: arrays by their names. Every float, and every whole number up to 2^53, is exact in a double. */
final class State {

    private final Map<String, double[]> arrays = new LinkedHashMap<>();

    void put(String name, double... values) {
        arrays.put(name, values);
    }

    /**
     * Returns an array.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    double[] array(String name) {
        double[] array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("there is no \"" + name + "\", only " + arrays.keySet());
        }
        return array;
    }

    double number(String name) {
        return array(name)[0];
    }

    Map<String, double[]> arrays() {
        return Collections.unmodifiableMap(arrays);
    }
}
