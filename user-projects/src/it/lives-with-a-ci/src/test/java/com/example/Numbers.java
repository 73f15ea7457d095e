package com.example;

import java.util.List;
import java.util.function.Supplier;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Numbers of which one of four is nearer than 0.5 to where the sign changes. */
class Numbers implements Supplier<Samples> {

    @Override
    public Samples get() {
        return Samples.builder(Shape.of(1), List.of("negative", "positive"))
                .within(-2, 2)
                .add("far negative", new float[] {-1.5F}, 0)
                .add("near positive", new float[] {0.25F}, 1)
                .add("positive", new float[] {1}, 1)
                .add("far positive", new float[] {1.5F}, 1)
                .build();
    }
}
