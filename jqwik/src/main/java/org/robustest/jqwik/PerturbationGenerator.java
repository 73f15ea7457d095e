package org.robustest.jqwik;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * Draws samples and perturbations of them, the stored counterexamples first. Every try takes one number from jqwik and draws all
 * else from a stream of its own, so that what a try is depends on nothing but the seed and its place.
 */
final class PerturbationGenerator implements RandomGenerator<PerturbedSample> {

    private final Subject subject;
    private final Optional<Guide> guide;
    private final List<Choice> choices;
    private final List<Shrinkable<PerturbedSample>> stored;
    private int drawn;

    PerturbationGenerator(Subject subject, List<Choice> choices, List<Shrinkable<PerturbedSample>> stored) {
        this.subject = subject;
        this.guide = subject.guide();
        this.choices = choices;
        this.stored = stored;
    }

    @Override
    public Shrinkable<PerturbedSample> next(Random random) {
        long key = random.nextLong();
        int place = drawn++;
        return place < stored.size() ? stored.get(place) : new ShrinkablePerturbation(draw(key));
    }

    private PerturbedSample draw(long key) {
        RandomStream random = RandomStream.of(key, "property");
        Sample sample = subject.samples().get((int) (subject.samples().size() * random.nextDouble()));
        Region region = subject.set().around(sample);
        Choice choice = choices.get((int) (choices.size() * random.nextDouble()));
        float[] point = switch (choice) {
            case RANDOM -> random(sample, region, random);
            case CORNER -> corner(sample, region, random);
            case STEEPEST -> guide.orElseThrow().steepest(sample, region, random);
            case ATTACK -> guide.orElseThrow().attacked(sample, region, key);
        };
        return new PerturbedSample(subject, sample, region, point, choice.toString());
    }

    private static float[] random(Sample sample, Region region, RandomStream random) {
        float[] point = region.origin(sample).input();
        region.draw(point, random);
        return point;
    }

    private static float[] corner(Sample sample, Region region, RandomStream random) {
        float[] point = region.origin(sample).input();
        float[] direction = new float[point.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (2 * random.nextDouble() - 1);
        }
        region.maximize(direction, point);
        return point;
    }

    /** Returns the point furthest in a direction in which all coordinates grow alike, or shrink. */
    static float[] extreme(Sample sample, Region region, float direction) {
        float[] point = region.origin(sample).input();
        float[] weights = new float[point.length];
        Arrays.fill(weights, direction);
        region.maximize(weights, point);
        return point;
    }
}
