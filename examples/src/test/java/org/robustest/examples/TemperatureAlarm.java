package org.robustest.examples;

import java.util.List;
import java.util.function.Supplier;
import org.robustest.classifier.Classifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** A model that several classes of tests share: it gives the alarm where two readings add up to more than 100 degrees. */
public class TemperatureAlarm implements Supplier<Classifier> {

    @Override
    public Classifier get() {
        return Network.sequential(Shape.of(2), List.of(Dense.of(new float[] {-1, -1, 1, 1}, new float[] {100, -100})));
    }
}
