package org.robustest.benchmarks.pgd;

import static org.robustest.perturbation.Perturbations.linf;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.attack.Pgd;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.Options;
import org.robustest.benchmarks.commandline.Table;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.dl4j.Dl4j;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.samples.Samples;

/**
 * The robust accuracy that PGD finds with the gradients of Robustest, and with those of DL4J, on beats of the MIT-BIH
 * Arrhythmia Database: the same steps from the same random starts, on one thread.
 */
public final class PgdComparison {

    private static final Pgd ATTACK =
            Pgd.withDefaults().withSteps(100).withStepSize(0.01).withRestarts(1);

    private PgdComparison() {}

    /**
     * Runs the command.
     *
     * @param arguments its options
     * @param out where the table is printed
     */
    public static void run(List<String> arguments, PrintStream out) {
        Options options = Options.parse(arguments, List.of("--data", "--per-class", "--epsilon"));
        int perClass = options.count("--per-class", 1, 160);
        List<Double> epsilons = options.numbers("--epsilon", List.of(0.01, 0.03, 0.05));
        Path folder = options.text("--data").map(Path::of).orElseGet(() -> DataFolder.require(MitBih.FOLDER));
        Samples beats = MitBih.open(folder).testBeats().balanced(perClass);

        MultiLayerNetwork model =
                ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY).load();
        DifferentiableClassifier robustest = Dl4j.classifier(model);
        DifferentiableClassifier dl4j = new Dl4jGradients(model, robustest.inputShape(), robustest.classCount());
        Table table = Table.start(
                out,
                "epsilon",
                "robust_accuracy_robustest",
                "robust_accuracy_dl4j",
                "difference_in_points",
                "seconds_robustest",
                "seconds_dl4j");
        // The first time is that of code that has not been compiled yet.
        attack(robustest, beats, epsilons.get(0));
        attack(dl4j, beats, epsilons.get(0));
        for (double epsilon : epsilons) {
            Attacked ours = attack(robustest, beats, epsilon);
            Attacked theirs = attack(dl4j, beats, epsilon);
            table.row(
                    Double.toString(epsilon),
                    decimals(4, ours.robustAccuracy),
                    decimals(4, theirs.robustAccuracy),
                    decimals(3, 100 * (ours.robustAccuracy - theirs.robustAccuracy)),
                    decimals(2, ours.seconds),
                    decimals(2, theirs.seconds));
        }
    }

    private static Attacked attack(DifferentiableClassifier classifier, Samples beats, double epsilon) {
        long start = System.nanoTime();
        RobustnessResult result = RobustnessEvaluation.of(classifier)
                .withAttack(ATTACK)
                .withThreads(1)
                .evaluate(beats, linf(epsilon).within(0, 1));
        double seconds = (System.nanoTime() - start) * 1e-9;
        // The gradients of DL4J are those of its own loss, whatever was asked for, which is an obstacle for a test.
        if (classifier instanceof Dl4jGradients
                ? !result.verdicts(Verdict.Failed.class).isEmpty()
                : !result.obstacles().isEmpty()) {
            throw new BenchmarkException("PGD at epsilon " + epsilon + " on " + classifier
                    + " says nothing about robustness: " + String.join(" ", result.obstacles()));
        }
        return new Attacked(result.robustAccuracy(), seconds);
    }

    private static String decimals(int places, double number) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    private record Attacked(double robustAccuracy, double seconds) {}
}
