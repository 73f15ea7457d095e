package org.robustest.attack;

import java.util.ArrayList;
import java.util.List;
import org.robustest.attack.internal.Margin;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Follows a search to its end, whatever it finds on its way: what it visits, and how near the nearest point is that breaks a model. */
final class Walkabout {

    private final DifferentiableClassifier model;
    private final Sample sample;
    private final Region region;
    private final List<float[]> visited = new ArrayList<>();
    private double nearest = Double.POSITIVE_INFINITY;

    private Walkabout(DifferentiableClassifier model, Sample sample, Region region) {
        this.model = model;
        this.sample = sample;
        this.region = region;
    }

    static Walkabout of(Attack attack, DifferentiableClassifier model, Sample sample, PerturbationSet set) {
        Walkabout walkabout = new Walkabout(model, sample, set.around(sample));
        walkabout.follow(attack.search(sample, walkabout.region, 1));
        return walkabout;
    }

    private void follow(Search search) {
        float[] point = sample.input();
        float[] gradient = new float[point.length];
        float[] logits = new float[model.classCount()];
        while (search.propose(point)) {
            visited.add(point.clone());
            model.inputGradients(point, 1, (i, z, u) -> search.cotangent(z, u), logits, gradient);
            if (Margin.ofStrongestRival(logits, sample.label()) >= 0) {
                nearest = Math.min(nearest, region.distance(point));
            }
            search.learn(gradient);
        }
    }

    /** Returns the points in the order in which they were visited. */
    List<float[]> visited() {
        return visited;
    }

    /** Returns the distance of the nearest point that breaks the model; infinity if none does. */
    double nearest() {
        return nearest;
    }
}
