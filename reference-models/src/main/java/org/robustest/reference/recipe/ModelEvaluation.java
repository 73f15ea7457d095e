package org.robustest.reference.recipe;

import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.smooth;
import static org.robustest.transformation.Transformations.baselineWander;
import static org.robustest.transformation.Transformations.muscleNoise;
import static org.robustest.transformation.Transformations.powerLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.robustest.attack.Attack;
import org.robustest.attack.Pgd;
import org.robustest.attack.Sap;
import org.robustest.attack.Spsa;
import org.robustest.attack.UniformNoise;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.samples.Samples;
import org.robustest.transformation.Transformation;
import org.robustest.transformation.TransformationResult;

/** Measures a reference model: the figures of its card. */
final class ModelEvaluation {

    private static final int STEPS = 100;
    private static final long SEED = 0;
    private static final double SAMPLING_RATE = 125;
    private static final double[] DECIBELS = {30, 20, 10};

    /** SPSA asks a model 400 times as much as PGD does, so it gets fewer steps than the paper's and fewer samples. */
    private static final int SPSA_STEPS = 20;

    private static final int SPSA_SAMPLES = 256;

    private final ReferenceModel<?> model;
    private final DifferentiableClassifier classifier;
    private final Samples test;
    private final Protocol protocol;
    private final Consumer<Figure> figures;

    /**
     * Prepares a measurement.
     *
     * @param model what is known of the model
     * @param classifier the model
     * @param test the samples that it has not learned from
     * @param protocol how it is measured
     * @param figures receives each figure when it is known
     */
    ModelEvaluation(
            ReferenceModel<?> model,
            DifferentiableClassifier classifier,
            Samples test,
            Protocol protocol,
            Consumer<Figure> figures) {
        this.model = model;
        this.classifier = classifier;
        this.test = test;
        this.protocol = protocol;
        this.figures = figures;
    }

    /** Measures the model without noise: its accuracy, and the F1 score of each class on all samples. */
    void measureClean(int atMostPerClass) {
        report("none, all test samples", 0, CleanAccuracy.of(classifier, test).overall());
        F1Scores f1 = F1Scores.of(classifier, test);
        for (int label = 0; label < f1.scores().size(); label++) {
            report(
                    "F1 of " + f1.classNames().get(label) + ", all test samples",
                    0,
                    f1.scores().get(label));
        }
        report("macro F1, all test samples", 0, f1.macro());
        Samples balanced = attacked(atMostPerClass);
        report("none", 0, CleanAccuracy.of(classifier, balanced).overall());
    }

    /** Measures the model under noise of recorders, by its signal-to-noise ratio. */
    void measureNoise(int atMostPerClass) {
        Samples balanced = attacked(atMostPerClass);
        for (double decibels : DECIBELS) {
            report("baseline wander", decibels, balanced, baselineWander(decibels, SAMPLING_RATE));
            report("power line", decibels, balanced, powerLine(decibels, protocol.mainsHz(), SAMPLING_RATE));
            report("muscle noise", decibels, balanced, muscleNoise(decibels, SAMPLING_RATE));
        }
    }

    private void report(String name, double decibels, Samples samples, Transformation transformation) {
        Transformation valid =
                transformation.within(protocol.range().low(), protocol.range().high());
        double accuracy =
                TransformationResult.of(classifier, samples, valid, SEED).accuracy();
        report(String.format(Locale.ROOT, "%s, %.0f dB", name, decibels), 0, accuracy);
    }

    /** Measures the model under noise that nobody has chosen, by its size. */
    void measureUniformNoise(int atMostPerClass) {
        alone("uniform noise", attacked(atMostPerClass), epsilon -> UniformNoise.withDefaults(), this::ball);
    }

    /** Measures the model under every attack. */
    void measureAttacks(int atMostPerClass) {
        Samples balanced = attacked(atMostPerClass);
        alone(
                "smooth (SAP)",
                balanced,
                epsilon -> Sap.withDefaults(),
                epsilon -> smooth(epsilon).within(protocol.range()));
        alone("PGD-100", balanced, this::pgd, this::ball);
        Spsa spsa = Spsa.withDefaults().withSteps(SPSA_STEPS).withSamples(SPSA_SAMPLES);
        int few = Math.min(protocol.spsaPerClass(), atMostPerClass);
        Samples fewOfEach = Protocol.first(few, balanced);
        report(
                "none, " + few + " of each class",
                0,
                CleanAccuracy.of(classifier, fewOfEach).overall());
        alone("SPSA, " + few + " of each class", fewOfEach, epsilon -> spsa, this::ball);
        cascade(balanced);
    }

    /** Takes as many of each class as the paper does, and all where a class has not as many. */
    private Samples attacked(int atMostPerClass) {
        return test.atMostPerClass(Math.min(protocol.perClass(), atMostPerClass));
    }

    private Pgd pgd(double epsilon) {
        return Pgd.withDefaults()
                .withSteps(STEPS)
                .withStepSize(protocol.stepSize().applyAsDouble(epsilon))
                .withRestarts(1);
    }

    private PerturbationSet ball(double epsilon) {
        return linf(epsilon).within(protocol.range());
    }

    /** An attack by itself; what has fallen at one level stays fallen at those above. */
    private void alone(
            String name, Samples samples, DoubleFunction<Attack> attacks, DoubleFunction<PerturbationSet> sets) {
        List<RobustnessResult> results = new ArrayList<>();
        for (double epsilon : protocol.levels()) {
            RobustnessEvaluation evaluation = RobustnessEvaluation.of(classifier)
                    .withoutProbes()
                    .withoutCertificates()
                    .withAttack(attacks.apply(epsilon));
            PerturbationSet set = sets.apply(epsilon);
            RobustnessResult result = results.isEmpty()
                    ? evaluation.evaluate(samples, set)
                    : evaluation.escalate(results.get(results.size() - 1), set);
            results.add(result);
            report(name, epsilon, result.robustAccuracy());
        }
    }

    /** All that the library knows: the most that can be said of the model from both sides. */
    private void cascade(Samples samples) {
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(classifier);
        List<PerturbationSet> sets = new ArrayList<>();
        protocol.levels().forEach(epsilon -> sets.add(ball(epsilon)));
        List<RobustnessResult> results = evaluation.curve(samples, sets);
        for (int i = 0; i < results.size(); i++) {
            report("standard cascade", protocol.levels().get(i), results.get(i).robustAccuracy());
        }
        for (int i = 0; i < results.size(); i++) {
            report("certified", protocol.levels().get(i), results.get(i).certifiedAccuracy());
        }
    }

    private void report(String attack, double epsilon, double accuracy) {
        figures.accept(Figure.of(model, attack, epsilon, accuracy));
    }
}
