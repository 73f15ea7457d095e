package com.example;

import java.util.List;
import java.util.function.Supplier;
import org.robustest.classifier.Classifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** Decides by the sign of its input. */
class Sign implements Supplier<Classifier> {

    @Override
    public Classifier get() {
        return Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {0, 0})));
    }
}
