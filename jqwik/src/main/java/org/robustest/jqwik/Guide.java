package org.robustest.jqwik;

import java.util.function.BiPredicate;
import org.robustest.attack.Fmn;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Search;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** What the gradients of a model say about where a sample is weakest. */
final class Guide {

    private static final NearestClasses SHORT_ATTACK =
            NearestClasses.withDefaults().withTargets(2).withSteps(10);
    private static final Fmn MINIMUM_NORM = Fmn.withDefaults();
    private static final double[] STRENGTHS = {0.25, 0.5, 1};

    /** The smallest ball that a search for the minimum norm starts from, as a share of the set. */
    private static final double SMALLEST_SHARE = 1e-3;

    private final DifferentiableClassifier model;

    Guide(DifferentiableClassifier model) {
        this.model = model;
    }

    /** Returns the point of the region that is furthest up the cross-entropy, or toward a wrong class, drawn at random. */
    float[] steepest(Sample sample, Region region, RandomStream random) {
        int classes = model.classCount();
        int drawn = (int) (classes * random.nextDouble());
        Cotangent rising = drawn == sample.label()
                ? (index, logits, cotangent) -> crossEntropy(logits, sample.label(), cotangent)
                : (index, logits, cotangent) -> margin(drawn, sample.label(), cotangent);
        float[] point = region.origin(sample).input();
        float[] gradient = gradient(point, region, rising, new float[classes]);
        region.maximize(gradient, point);
        return point;
    }

    private static void crossEntropy(float[] logits, int label, float[] cotangent) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += StrictMath.exp(logit - largest);
        }
        for (int k = 0; k < logits.length; k++) {
            cotangent[k] = (float) (StrictMath.exp(logits[k] - largest) / sum - (k == label ? 1 : 0));
        }
    }

    private static void margin(int target, int label, float[] cotangent) {
        for (int k = 0; k < cotangent.length; k++) {
            cotangent[k] = k == target ? 1 : k == label ? -1 : 0;
        }
    }

    /** Attacks in a growing part of the region, and returns the first point found, or the one nearest to being one. */
    float[] attacked(Sample sample, Region region, long seed) {
        Worst worst = new Worst(region.origin(sample).input());
        for (double strength : STRENGTHS) {
            Region part = region.resized(strength * region.radius());
            Search search = SHORT_ATTACK.search(region.origin(sample), part, seed);
            follow(search, sample, region, (point, margin) -> worst.isWrongAt(point, margin));
            if (worst.margin >= 0) {
                break;
            }
        }
        return worst.point;
    }

    /** Returns the smallest perturbation that a minimum-norm attack finds; the sample itself if it finds none. */
    float[] smallest(Sample sample, Region region, long seed) {
        float[] best = region.origin(sample).input();
        double[] distance = {Double.POSITIVE_INFINITY};
        Region start = region.resized(SMALLEST_SHARE * region.radius());
        Search search = MINIMUM_NORM.search(region.origin(sample), start, seed);
        follow(search, sample, region, (point, margin) -> {
            if (margin >= 0 && region.distance(point) < distance[0]) {
                distance[0] = region.distance(point);
                System.arraycopy(point, 0, best, 0, best.length);
            }
            return false;
        });
        return best;
    }

    /** Follows a search until it ends, or a point in the region is enough by its margin. */
    private void follow(Search search, Sample sample, Region region, BiPredicate<float[], Double> isEnough) {
        float[] point = region.origin(sample).input();
        float[] logits = new float[model.classCount()];
        while (search.propose(point)) {
            float[] gradient = gradient(point, region, (index, z, cotangent) -> search.cotangent(z, cotangent), logits);
            if (region.contains(point) && isEnough.test(point, lead(logits, sample.label()))) {
                return;
            }
            search.learn(gradient);
        }
    }

    private float[] gradient(float[] point, Region region, Cotangent cotangent, float[] logits) {
        float[] input = new float[model.inputShape().size()];
        float[] inputGradient = new float[input.length];
        float[] gradient = new float[point.length];
        region.toInput(point, input);
        model.inputGradients(input, 1, cotangent, logits, inputGradient);
        region.pullBack(point, inputGradient, gradient);
        return gradient;
    }

    /** Returns by how much the strongest wrong class leads. */
    private static double lead(float[] logits, int label) {
        double strongest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            strongest = k == label ? strongest : Math.max(strongest, logits[k]);
        }
        return strongest - logits[label];
    }

    /** The point at which the model is most wrong. */
    private static final class Worst {

        private float[] point;
        private double margin = Double.NEGATIVE_INFINITY;

        Worst(float[] point) {
            this.point = point;
        }

        boolean isWrongAt(float[] candidate, double newMargin) {
            if (newMargin > margin) {
                point = candidate.clone();
                margin = newMargin;
            }
            return margin >= 0;
        }
    }
}
