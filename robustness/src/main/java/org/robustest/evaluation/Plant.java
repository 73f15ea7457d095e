package org.robustest.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** A model with a counterexample planted to one sample, and that sample. */
final class Plant {

    /** The head turns at nine tenths of the way to what was found, so that not only that very point lies behind. */
    private static final double TURN = 0.9;

    /** Less than this, relative to the largest logit, may be rounding. */
    private static final double VISIBLE = 1e-3;

    private final DifferentiableClassifier model;
    private final Sample sample;

    private Plant(DifferentiableClassifier model, Sample sample) {
        this.model = model;
        this.sample = sample;
    }

    DifferentiableClassifier model() {
        return model;
    }

    Sample sample() {
        return sample;
    }

    /** Plants a counterexample, unless the logits hardly change within the set. */
    static Optional<Plant> in(DifferentiableClassifier model, Sample sample, PerturbationSet set, long seed) {
        Region region = set.around(sample);
        double[] direction = direction(model.classCount(), RandomStream.of(seed, sample.id(), "planted direction"));
        float[] origin = region.origin(sample).input();
        HillClimb climb = new HillClimb(model, region, direction, sample.input().length);
        double start = climb.value(origin);
        float[] planted = climb.highest(origin, sample, seed);
        double gain = climb.value(planted) - start;
        float[] logits = new float[model.classCount()];
        model.logits(sample.input(), 1, logits);
        if (!(gain > VISIBLE * Logits.largest(logits))) {
            return Optional.empty();
        }
        double scale = 1 / (TURN * gain);
        PlantedHead head = new PlantedHead(
                model, Arrays.stream(direction).map(weight -> scale * weight).toArray(), scale * (start + TURN * gain));
        requirePlanted(head, region, planted, sample);
        return Optional.of(new Plant(head, relabelled(sample)));
    }

    /** A random unit vector among those whose sum is 0, since only differences of logits mean something. */
    private static double[] direction(int classes, RandomStream random) {
        double[] direction = new double[classes];
        Arrays.setAll(direction, k -> 2 * random.nextDouble() - 1);
        double mean = Arrays.stream(direction).average().orElseThrow();
        double length = Math.sqrt(
                Arrays.stream(direction).map(w -> (w - mean) * (w - mean)).sum());
        return Arrays.stream(direction).map(w -> (w - mean) / length).toArray();
    }

    private static void requirePlanted(PlantedHead head, Region region, float[] planted, Sample sample) {
        float[] input = new float[sample.shape().size()];
        float[] logits = new float[2];
        region.toInput(planted, input);
        head.logits(input, 1, logits);
        boolean isBroken = !Logits.areCorrect(logits, 0);
        head.logits(sample.input(), 1, logits);
        if (!region.contains(planted) || !isBroken || !Logits.areCorrect(logits, 0)) {
            throw new IllegalStateException("the counterexample planted to " + sample.id()
                    + " is none when the model is asked again; switch off dropout and whatever else makes an answer depend"
                    + " on chance");
        }
    }

    private static Sample relabelled(Sample sample) {
        return Samples.builder(sample.shape(), List.of("kept", "planted"))
                .add(sample.id(), sample.input(), 0)
                .build()
                .get(0);
    }
}
