package com.example;

import java.util.List;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Some heartbeats, of which a model of the user tells the ventricular ones. */
final class Heartbeats {

    private Heartbeats() {}

    static Samples flat() {
        return Samples.builder(Shape.of(1, 187), List.of("N", "V"))
                .within(0, 1)
                .add("flat", new float[187], 0)
                .build();
    }
}
