package org.robustest.benchmarks.verdict;

import static org.robustest.perturbation.Perturbations.linf;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.DeepFool;
import org.robustest.attack.Fgsm;
import org.robustest.attack.Fmn;
import org.robustest.attack.Loss;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.attack.Square;
import org.robustest.attack.UniformNoise;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.samples.Samples;

/**
 * Whether the attacks that run by default miss what others find: PGD with five restarts, each attack by itself, and each with
 * ten times its budget, on real beats. A difference above 0 says by how many points the default is too kind to the model.
 */
public final class AttackComparison {

    private static final Map<String, Attack> OTHERS = others();

    private AttackComparison() {}

    private static Map<String, Attack> others() {
        Map<String, Attack> others = new LinkedHashMap<>();
        others.put("uniform noise x10", UniformNoise.withDefaults().withDraws(10_000));
        others.put("FGSM", Fgsm.withDefaults());
        others.put("PGD step 0.01 x5", Pgd.withDefaults().withStepSize(0.01).withRestarts(5));
        others.put("PGD x10", Pgd.withDefaults().withRestarts(10));
        others.put("PGD DLR x10", Pgd.withDefaults().withLoss(Loss.dlr()).withRestarts(10));
        others.put(
                "PGD momentum x10",
                Pgd.withDefaults().withMomentum(0.75).fromInput().withRestarts(10));
        others.put(
                "PGD DLR steps of a fortieth x10",
                Pgd.withDefaults()
                        .withLoss(Loss.dlr())
                        .withRelativeStepSize(0.025)
                        .fromInput()
                        .withRestarts(10));
        others.put("APGD x10", Apgd.withDefaults().withRestarts(10));
        others.put("APGD DLR x10", Apgd.withDefaults().withLoss(Loss.dlr()).withRestarts(10));
        others.put("nearest classes x10", NearestClasses.withDefaults().withSteps(500));
        others.put(
                "nearest classes targeted DLR x10",
                NearestClasses.withDefaults().withTargetedDlr().withSteps(500));
        others.put(
                "nearest classes shrinking DLR x10",
                NearestClasses.withDefaults()
                        .withShrinkingSteps()
                        .withTargetedDlr()
                        .withSteps(500));
        others.put("DeepFool x10", DeepFool.withDefaults().withSteps(500));
        others.put("FMN x10", Fmn.withDefaults().withSteps(1_000));
        others.put("Square x10", Square.withDefaults().withQueries(10_000));
        return others;
    }

    /**
     * Runs the command.
     *
     * @param arguments its options
     * @param out where the table is printed
     */
    public static void run(List<String> arguments, PrintStream out) {
        Options options =
                Options.parse(arguments, List.of("--data", "--per-class", "--models", "--epsilon", "--attacks"));
        Path folder = options.text("--data").map(Path::of).orElseGet(() -> DataFolder.require(MitBih.FOLDER));
        Samples beats = MitBih.open(folder).testBeats().balanced(options.count("--per-class", 1, 160));
        List<Double> epsilons = options.numbers("--epsilon", List.of(0.01, 0.03, 0.05, 0.1, 0.2, 0.3));
        List<String> names = options.choices("--attacks", OTHERS.keySet());
        Table table = Table.start(out, "model", "epsilon", "attack", "robust", "cascade", "points_more", "seconds");
        for (TrainedModel model : options.choices("--models", List.of(TrainedModel.values()))) {
            DifferentiableClassifier classifier = model.classifier();
            for (double epsilon : epsilons) {
                compare(table, model, classifier, beats, epsilon, names);
            }
        }
    }

    private static void compare(
            Table table,
            TrainedModel model,
            DifferentiableClassifier classifier,
            Samples beats,
            double epsilon,
            List<String> names) {
        PerturbationSet set = linf(epsilon).within(0, 1);
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(classifier).withoutCertificates();
        long start = System.nanoTime();
        double standard = evaluation.evaluate(beats, set).robustAccuracy();
        row(table, model, epsilon, "standard cascade", standard, standard, start);
        for (String name : names) {
            long ownStart = System.nanoTime();
            RobustnessResult result = evaluation
                    .withoutProbes()
                    .withAttack(Objects.requireNonNull(OTHERS.get(name)))
                    .evaluate(beats, set);
            row(table, model, epsilon, name, result.robustAccuracy(), standard, ownStart);
        }
    }

    private static void row(
            Table table, TrainedModel model, double epsilon, String attack, double robust, double cascade, long start) {
        table.row(
                model.toString(),
                Double.toString(epsilon),
                attack,
                String.format(Locale.ROOT, "%.4f", robust),
                String.format(Locale.ROOT, "%.4f", cascade),
                String.format(Locale.ROOT, "%.2f", 100 * (cascade - robust)),
                String.format(Locale.ROOT, "%.1f", Seconds.since(start)));
    }
}
