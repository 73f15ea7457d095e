package org.robustest.assertions;

import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.Map;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A model of one number x whose robustness is plain to see: the logits are (-x, x), so the L∞ radius is |x|. */
public final class Line {

    public static final DifferentiableClassifier MODEL =
            Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {0, 0})));

    /** A model that decides by whether x is above 1 instead of 0. */
    public static final DifferentiableClassifier REPAIRED =
            Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {1, -1})));

    private Line() {}

    /** Returns a builder for samples of the classes "left" (x < 0) and "right" (x > 0). */
    public static Samples.Builder samples() {
        return Samples.builder(Shape.of(1), List.of("left", "right"));
    }

    /** Returns a sample of each class with radius 0.5, and one of each with radius 1.5, of two patients. */
    public static Samples allCorrect() {
        return samples()
                .add("near left", new float[] {-0.5F}, 0, Map.of("patient", "7"))
                .add("near right", new float[] {0.5F}, 1, Map.of("patient", "8"))
                .add("far left", new float[] {-1.5F}, 0, Map.of("patient", "7"))
                .add("far right", new float[] {1.5F}, 1, Map.of("patient", "8"))
                .build();
    }

    /** Returns ten samples of class "left" with radius 0.5, and ten with radius 1.5; for {@link #REPAIRED} it is 1.5 and 2.5. */
    public static Samples twenty() {
        Samples.Builder samples = samples();
        for (int i = 0; i < 10; i++) {
            samples.add("near " + i, new float[] {-0.5F}, 0).add("far " + i, new float[] {-1.5F}, 0);
        }
        return samples.build();
    }

    /** Returns one sample of class "left" with radius 1.5, and one of class "right" that the model takes for the other. */
    public static Samples oneMisclassified() {
        return samples()
                .add("far left", new float[] {-1.5F}, 0)
                .add("mislabelled", new float[] {-1.5F}, 1)
                .build();
    }

    /** Evaluates the model by {@link OneStep}, which on a line finds every counterexample that there is. */
    public static RobustnessResult evaluate(Samples samples, double epsilon) {
        return RobustnessEvaluation.of(MODEL)
                .withAttack(new OneStep())
                .withSeed(7)
                .evaluate(samples, linf(epsilon));
    }
}
