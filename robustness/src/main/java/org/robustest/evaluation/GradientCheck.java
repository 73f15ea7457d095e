package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.robustest.attack.Loss;
import org.robustest.attack.internal.Margin;
import org.robustest.classifier.Classifier;
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
    private int asked;
    private int changed;
    private int flat;
    private int checked;
    private int wrong;
    private String example = "";

    GradientCheck(DifferentiableClassifier classifier, PerturbationSet set) {
        this.classifier = classifier;
        this.set = set;
    }

    /** Checks some of the samples, always the same ones in whatever order they come. */
    List<Diagnostic> check(List<Sample> samples) {
        List<Sample> chosen = samples.stream()
                .sorted(Comparator.comparing(Sample::id))
                .limit(SAMPLES)
                .toList();
        cases(chosen, classifier, set).forEach(this::judge);
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

    private static List<Case> cases(List<Sample> samples, DifferentiableClassifier classifier, PerturbationSet set) {
        try {
            return askedAtOnce(samples, classifier, set);
        } catch (RuntimeException e) {
            // The attack meets the same failure on some of them, and gives it as the verdict.
            return samples.size() == 1
                    ? List.of()
                    : samples.stream()
                            .flatMap(sample -> cases(List.of(sample), classifier, set).stream())
                            .toList();
        }
    }

    private static List<Case> askedAtOnce(
            List<Sample> samples, DifferentiableClassifier classifier, PerturbationSet set) {
        int count = samples.size();
        int size = classifier.inputShape().size();
        int classes = classifier.classCount();
        float[] inputs = new float[count * size];
        float[] gradients = new float[count * size];
        float[] logits = new float[count * classes];
        for (int i = 0; i < count; i++) {
            samples.get(i).copyInputTo(inputs, i * size);
        }
        classifier.inputGradients(
                inputs,
                count,
                (i, z, u) -> Loss.margin().cotangent(z, samples.get(i).label(), u),
                logits,
                gradients);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] ownLogits = Arrays.copyOfRange(logits, i * classes, (i + 1) * classes);
            float[] ownGradient = Arrays.copyOfRange(gradients, i * size, (i + 1) * size);
            if (Logits.areFinite(ownLogits) && Logits.areFinite(ownGradient)) {
                cases.add(new Case(samples.get(i), set.around(samples.get(i)), ownLogits, ownGradient));
            }
        }
        answer(cases, classifier.original());
        return cases;
    }

    /** Asks the model itself about the points of all cases at once. */
    private static void answer(List<Case> cases, Classifier original) {
        int size = original.inputShape().size();
        int classes = original.classCount();
        List<float[]> points =
                cases.stream().flatMap(each -> each.points.stream()).toList();
        float[] inputs = new float[points.size() * size];
        float[] logits = new float[points.size() * classes];
        for (int i = 0; i < points.size(); i++) {
            System.arraycopy(points.get(i), 0, inputs, i * size, size);
        }
        original.logits(inputs, points.size(), logits);
        int next = 0;
        for (Case each : cases) {
            for (int i = 0; i < each.points.size(); i++) {
                each.learn(i, Arrays.copyOfRange(logits, next * classes, (next + 1) * classes));
                next++;
            }
        }
    }

    private void judge(Case each) {
        asked++;
        changed += each.changesWithoutPerturbation() ? 1 : 0;
        flat += each.isFlat() ? 1 : 0;
        if (!each.isVisible()) {
            return;
        }
        checked++;
        if (each.isForetold()) {
            return;
        }
        if (wrong == 0) {
            example = each.example();
        }
        wrong++;
    }

    /** One sample: where the gradient at it leads to, and what the model itself says there. */
    private static final class Case {

        private static final int SAMPLE = 0;
        private static final int WITHOUT_PERTURBATION = 1;
        private static final int FIRST_STEP = 2;

        private final Sample sample;
        private final float[] gradient;
        private final double largestLogit;
        private final int rival;
        private final double fast;
        private final boolean isFlat;
        private final List<float[]> points = new ArrayList<>();
        private final double[] margins;
        private double largestMargin;

        Case(Sample sample, Region region, float[] logits, float[] gradient) {
            this.sample = sample;
            this.gradient = gradient;
            this.largestLogit = Logits.largest(logits);
            this.rival = Margin.strongestRival(logits, sample.label());
            this.fast = Loss.margin(rival).value(logits, sample.label());
            float[] origin = region.origin(sample).input();
            float[] ascent = new float[origin.length];
            region.pullBack(origin, gradient, ascent);
            this.isFlat = Logits.largest(ascent) == 0;
            points.add(sample.input());
            points.add(input(region, origin));
            if (!isFlat && region.radius() > 0) {
                for (double step : STEPS) {
                    float[] point = origin.clone();
                    region.ascend(point, ascent, step * region.radius());
                    points.add(input(region, point));
                }
            }
            this.margins = new double[points.size()];
        }

        private float[] input(Region region, float[] point) {
            float[] input = new float[gradient.length];
            region.toInput(point, input);
            return input;
        }

        void learn(int point, float[] logits) {
            margins[point] = Loss.margin(rival).value(logits, sample.label());
            largestMargin = point == SAMPLE ? Loss.margin().value(logits, sample.label()) : largestMargin;
        }

        /** For the model itself another class may be the strongest rival: that one is to be as far off as the one compared. */
        boolean changesWithoutPerturbation() {
            double tolerance = SAME * largestLogit;
            return Math.abs(fast - margins[SAMPLE]) > tolerance
                    || Math.abs(fast - largestMargin) > tolerance
                    || Math.abs(margins[WITHOUT_PERTURBATION] - margins[SAMPLE]) > tolerance;
        }

        boolean isFlat() {
            return isFlat;
        }

        /** Tells whether a change is foretold for some step that rounding cannot hide. */
        boolean isVisible() {
            return visibleSteps().findAny().isPresent();
        }

        /** Tells whether the margin changes by about what was foretold at one of the steps. */
        boolean isForetold() {
            return visibleSteps()
                    .anyMatch(i -> Math.abs(growth(i) - foretoldGrowth(i)) <= TOLERANCE * foretoldGrowth(i));
        }

        private IntStream visibleSteps() {
            return IntStream.range(FIRST_STEP, points.size()).filter(i -> foretoldGrowth(i) >= VISIBLE * largestLogit);
        }

        private double growth(int point) {
            return margins[point] - margins[SAMPLE];
        }

        private double foretoldGrowth(int point) {
            float[] to = points.get(point);
            float[] from = points.get(SAMPLE);
            double growth = 0;
            for (int i = 0; i < gradient.length; i++) {
                growth += gradient[i] * ((double) to[i] - from[i]);
            }
            return growth;
        }

        /** Says what was foretold and measured at the first step that is visible. */
        String example() {
            int step = visibleSteps().findFirst().orElseThrow();
            return String.format(
                    Locale.ROOT, "%s: foretold %.3g, measured %.3g", sample.id(), foretoldGrowth(step), growth(step));
        }
    }
}
