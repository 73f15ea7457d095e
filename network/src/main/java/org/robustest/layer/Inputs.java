package org.robustest.layer;

import java.util.List;
import org.robustest.samples.Shape;

/** Checks how many inputs a layer gets, and their sizes. */
final class Inputs {

    private Inputs() {}

    /** Returns the shape of the only input of a layer. */
    static Shape single(List<Shape> shapes, String description) {
        if (shapes.size() != 1) {
            throw new IllegalArgumentException(description + " needs one input, but got shapes " + shapes);
        }
        return shapes.get(0);
    }
}
