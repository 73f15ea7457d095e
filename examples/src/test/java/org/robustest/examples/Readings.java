package org.robustest.examples;

import java.util.List;
import java.util.function.Supplier;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Readings of two thermometers, in degrees. */
public class Readings implements Supplier<Samples> {

    @Override
    public Samples get() {
        return Samples.builder(Shape.of(2), List.of("quiet", "alarm"))
                .within(0, 150)
                .add("winter", new float[] {5, 8}, 0)
                .add("summer", new float[] {41, 43}, 0)
                .add("hot summer", new float[] {49, 50}, 0)
                .add("fire", new float[] {120, 90}, 1)
                .build();
    }
}
