package org.robustest.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.robustest.attack.Loss;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Asks whether the gradients of a model say how its logits change, before attacks are believed that follow them: a step along
 * the gradient of a margin has to change it by about as much as the gradient foretells.
 *
 * <p>Models whose gradients are made up, masked or of another sign fail, and attacks on them find too little (Athalye et al.,
 * "Obfuscated Gradients Give a False Sense of Security", ICML 2018).
 */
final class GradientCheck {

    private static final int SAMPLES = 32;

    /** The steps to try, as fractions of ε; one that agrees is enough, since a long one may cross kinks. */
    private static final double[] STEPS = {0.01, 0.1, 1};

    /** What the margin changes by must be half to one and a half times what was foretold. */
    private static final double TOLERANCE = 0.5;

    /** Changes that are smaller, relative to the largest logit, may be lost in the rounding of floats. */
    private static final double VISIBLE = 1e-4;

    private final DifferentiableClassifier classifier;
    private final PerturbationSet set;
    private int checked;
    private int wrong;
    private String example = "";

    GradientCheck(DifferentiableClassifier classifier, PerturbationSet set) {
        this.classifier = classifier;
        this.set = set;
    }

    /** Checks some of the samples, always the same ones in whatever order they come; says what is wrong, if anything is. */
    Optional<String> check(List<Sample> samples) {
        if (set.epsilon() == 0) {
            return Optional.empty();
        }
        samples.stream().sorted(Comparator.comparing(Sample::id)).limit(SAMPLES).forEach(this::tryToCheck);
        if (2 * wrong <= checked) {
            return Optional.empty();
        }
        return Optional.of("The gradients do not say how the logits change: of " + checked + " samples, " + wrong
                + " have a margin that a small step along its gradient changes otherwise than the gradient foretells (the"
                + " first is " + example
                + "). An attack that follows such gradients finds too little; check how they are"
                + " computed, and whether the model rounds its inputs or draws random numbers.");
    }

    private void tryToCheck(Sample sample) {
        try {
            check(sample);
        } catch (RuntimeException e) {
            // The attack meets the same failure, and gives it as the verdict on the sample.
        }
    }

    private void check(Sample sample) {
        float[] input = sample.input();
        float[] logits = new float[classifier.classCount()];
        float[] gradient = new float[input.length];
        classifier.inputGradients(
                input,
                1,
                (index, z, u) ->
                        Loss.margin(Logits.strongestRival(z, sample.label())).cotangent(z, sample.label(), u),
                logits,
                gradient);
        int rival = Logits.strongestRival(logits, sample.label());
        double before = margin(input, sample.label(), rival, logits);
        Region region = set.around(sample);
        float[] origin = region.origin(sample).input();
        float[] ascent = new float[origin.length];
        region.pullBack(origin, gradient, ascent);
        float[] perturbed = new float[input.length];
        boolean isVisible = false;
        for (double step : STEPS) {
            float[] point = origin.clone();
            region.ascend(point, ascent, step * region.radius());
            region.toInput(point, perturbed);
            double foretold = growth(gradient, input, perturbed);
            double measured = margin(perturbed, sample.label(), rival, logits) - before;
            if (foretold >= VISIBLE * largest(logits)) {
                if (Math.abs(measured - foretold) <= TOLERANCE * foretold) {
                    checked++;
                    return;
                }
                if (!isVisible && wrong == 0) {
                    example = String.format(
                            Locale.ROOT, "%s: foretold %.3g, measured %.3g", sample.id(), foretold, measured);
                }
                isVisible = true;
            }
        }
        if (isVisible) {
            checked++;
            wrong++;
        }
    }

    private double margin(float[] input, int label, int rival, float[] logits) {
        classifier.original().logits(input, 1, logits);
        return Loss.margin(rival).value(logits, label);
    }

    private static double growth(float[] gradient, float[] from, float[] to) {
        double growth = 0;
        for (int i = 0; i < gradient.length; i++) {
            growth += gradient[i] * ((double) to[i] - from[i]);
        }
        return growth;
    }

    private static double largest(float[] logits) {
        double largest = 0;
        for (float logit : logits) {
            largest = Math.max(largest, Math.abs(logit));
        }
        return largest;
    }
}
