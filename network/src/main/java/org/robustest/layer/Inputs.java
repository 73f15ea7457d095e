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

    /** Returns the shape that all inputs of a layer have, of which there has to be at least one. */
    static Shape alike(List<Shape> shapes, String description) {
        return alike(shapes, Math.max(1, shapes.size()), description);
    }

    /** Returns the shape that all inputs of a layer have, of which there have to be a certain number. */
    static Shape alike(List<Shape> shapes, int count, String description) {
        if (shapes.size() != count || shapes.stream().distinct().count() > 1) {
            throw new IllegalArgumentException(
                    description + " needs " + count + " inputs of one shape, but got shapes " + shapes);
        }
        return shapes.get(0);
    }
}
