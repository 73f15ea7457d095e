package org.robustest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.stream.StreamSupport;
import org.robustest.samples.Shape;

/** The shape of an input as it stands in a file: a JSON array of its dimensions, such as {@code [1,187]}. */
final class ShapeArray {

    private ShapeArray() {}

    static void write(Shape shape, ArrayNode array) {
        for (int i = 0; i < shape.rank(); i++) {
            array.add(shape.dimension(i));
        }
    }

    /**
     * Reads a shape.
     *
     * @throws IllegalArgumentException if what is in the array are not the dimensions of a shape
     */
    static Shape read(JsonNode array) {
        return Shape.of(StreamSupport.stream(array.spliterator(), false)
                .mapToInt(dimension -> dimension.asInt(0))
                .toArray());
    }
}
