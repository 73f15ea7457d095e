package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.robustest.attack.Loss;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Asks of some samples whether the gradients of a model say how its logits change, before attacks are believed that follow
 * them: a step along the gradient of a margin has to change it by about as much as the gradient foretells. Also whether
 * anything changes without a step.
 *
 * <p>Models whose gradients are made up, masked or of another sign fail, and attacks on them find too little (Athalye et al.,
 * "Obfuscated Gradients Give a False Sense of Security", ICML 2018; Carlini et al., "On Evaluating Adversarial Robustness",
 * 2019).
 */
final class GradientCheck {

    private static final int SAMPLES = 32;

    /** The steps to try, as fractions of ε; one that agrees is enough, since a long one may cross kinks. */
    private static final double[] STEPS = {0.01, 0.1, 1};

    /** What the margin changes by must be half to one and a half times what was foretold. */
    private static final double TOLERANCE = 0.5;

    /** Changes that are smaller, relative to the largest logit, may be lost in the rounding of floats. */
    private static final double VISIBLE = 1e-4;

    /** How far the margins of a fast copy of a model may be from those of the model, relative to the largest logit. */
    private static final double SAME = 1e-2;

    private static final double HALF = 0.5;

    private final DifferentiableClassifier classifier;
    private final PerturbationSet set;
    private final float[] logits;
    private int asked;
    private int changed;
    private int flat;
    private int checked;
    private int wrong;
    private String example = "";

    GradientCheck(DifferentiableClassifier classifier, PerturbationSet set) {
        this.classifier = classifier;
        this.set = set;
        this.logits = new float[classifier.classCount()];
    }

    /** Checks some of the samples, always the same ones in whatever order they come. */
    List<Diagnostic> check(List<Sample> samples) {
        samples.stream().sorted(Comparator.comparing(Sample::id)).limit(SAMPLES).forEach(this::tryToCheck);
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (asked > 0) {
            diagnostics.add(changedWithoutPerturbation());
            diagnostics.add(zeroGradients());
        }
        if (checked > 0) {
            diagnostics.add(misleadingGradients());
        }
        return diagnostics;
    }

    private Diagnostic changedWithoutPerturbation() {
        return Diagnostic.of(
                "answers that change without a perturbation",
                (double) changed / asked,
                0,
                "A perturbation of size 0 changes the answer: for " + changed + " of " + asked
                        + " samples the model that" + " is attacked gives other logits than the model itself.",
                "What an attack learns of the one says nothing of the other; check how the classifier was made from the"
                        + " model, and that both get the same preprocessing.");
    }

    private Diagnostic zeroGradients() {
        return Diagnostic.of(
                "zero gradients",
                (double) flat / asked,
                HALF,
                "The gradients are zero: for " + flat + " of " + asked + " samples the margin has no slope at the input"
                        + " itself.",
                "An attack that follows gradients does not know where to go; look for rounding, saturated activations"
                        + " and detached gradients in the model.");
    }

    private Diagnostic misleadingGradients() {
        return Diagnostic.of(
                "gradients that mislead",
                (double) wrong / checked,
                HALF,
                "The gradients do not say how the logits change: of " + checked + " samples, " + wrong
                        + " have a margin that a small step along its gradient changes otherwise than the gradient"
                        + " foretells (the first is " + example + ").",
                "An attack that follows such gradients finds too little; check how they are computed, and whether the"
                        + " model rounds its inputs or draws random numbers.");
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
        float[] gradient = new float[input.length];
        classifier.inputGradients(
                input,
                1,
                (index, z, u) ->
                        Loss.margin(Logits.strongestRival(z, sample.label())).cotangent(z, sample.label(), u),
                logits,
                gradient);
        int rival = Logits.strongestRival(logits, sample.label());
        double fast = Loss.margin(rival).value(logits, sample.label());
        if (!Logits.areFinite(logits) || !Logits.areFinite(gradient)) {
            return;
        }
        double before = margin(input, sample.label(), rival);
        Region region = set.around(sample);
        float[] origin = region.origin(sample).input();
        float[] perturbed = new float[input.length];
        region.toInput(origin, perturbed);
        double same = margin(perturbed, sample.label(), rival);
        asked++;
        double tolerance = SAME * Logits.largest(logits);
        changed += Math.abs(fast - before) > tolerance || Math.abs(same - before) > tolerance ? 1 : 0;
        float[] ascent = new float[origin.length];
        region.pullBack(origin, gradient, ascent);
        if (Logits.largest(ascent) == 0) {
            flat++;
        } else if (region.radius() > 0) {
            follow(sample, region, origin, gradient, ascent, rival, before);
        }
    }

    private void follow(
            Sample sample, Region region, float[] origin, float[] gradient, float[] ascent, int rival, double before) {
        float[] input = sample.input();
        float[] perturbed = new float[input.length];
        boolean isVisible = false;
        for (double step : STEPS) {
            float[] point = origin.clone();
            region.ascend(point, ascent, step * region.radius());
            region.toInput(point, perturbed);
            double foretold = growth(gradient, input, perturbed);
            double measured = margin(perturbed, sample.label(), rival) - before;
            if (foretold >= VISIBLE * Logits.largest(logits)) {
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

    private double margin(float[] input, int label, int rival) {
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
}
