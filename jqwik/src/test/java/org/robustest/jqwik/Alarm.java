package org.robustest.jqwik;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * An affine model of which everything is known: it gives the alarm where {@code w·x > 1}. The smallest L∞ perturbation that
 * changes its answer is {@code |w·x - 1| / ‖w‖₁}.
 */
final class Alarm {

    static final float[] WEIGHTS = {0.8f, -0.4f, 0.2f, 0.1f, -0.3f, 0.1f, 0.05f, 0.05f};
    static final double ONE_NORM = 2.0;

    private Alarm() {}

    static Network model() {
        float[] weights = new float[2 * WEIGHTS.length];
        System.arraycopy(WEIGHTS, 0, weights, WEIGHTS.length, WEIGHTS.length);
        return Network.sequential(Shape.of(WEIGHTS.length), List.of(Dense.of(weights, new float[] {0, -1})));
    }

    /** Quiet samples, all right, whose smallest perturbations are from 0.15 to 0.4. */
    static Samples samples() {
        Samples.Builder builder = Samples.builder(Shape.of(WEIGHTS.length), List.of("quiet", "alarm"))
                .within(0, 1);
        for (int i = 0; i < 4; i++) {
            float level = 0.2f + 0.1f * i;
            float[] quiet = {level, 0.5f, level, 0.5f, level, 0.5f, 0.5f, 0.5f};
            builder.add("quiet/" + i, quiet, 0, Map.of("place", i % 2 == 0 ? "cellar" : "roof"));
        }
        builder.add("alarm/0", new float[] {1, 0, 1, 1, 0, 1, 1, 1}, 1, Map.of("place", "roof"));
        return builder.build();
    }

    static double smallest(Sample sample) {
        double sum = -1;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (double) WEIGHTS[i] * sample.input()[i];
        }
        return Math.abs(sum) / ONE_NORM;
    }

    static Subject subject(PerturbationSet set) {
        return new Subject(samples(), set, Optional.of(model()));
    }

    static Subject subjectWithoutModel(PerturbationSet set) {
        return new Subject(samples(), set, Optional.empty());
    }
}
