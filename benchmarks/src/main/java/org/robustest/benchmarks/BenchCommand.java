package org.robustest.benchmarks;

import java.io.PrintStream;
import java.util.List;
import org.robustest.benchmarks.commandline.BenchmarkException;
import org.robustest.benchmarks.commandline.UsageException;
import org.robustest.benchmarks.gradients.GradientComparison;
import org.robustest.benchmarks.junit.EngineCosts;
import org.robustest.benchmarks.jvm.JvmCosts;
import org.robustest.benchmarks.kernels.KernelComparison;
import org.robustest.benchmarks.pgd.PgdComparison;
import org.robustest.benchmarks.training.NsrReference;
import org.robustest.benchmarks.training.TrainingComparison;
import org.robustest.benchmarks.verdict.AttackComparison;
import org.robustest.benchmarks.verdict.VerdictComparison;
import org.robustest.reference.data.MissingDataException;

/** The command {@code bench}. */
public final class BenchCommand {

    private static final String USAGE = """
            usage: bench pgd [--data DIR] [--per-class 160] [--epsilon 0.01,0.03,0.05]
                   bench gradients [--runs 5] [--batch 800] [--models mlp,cnn,ecg12]
                   bench kernels [--forks 1]
                   bench verdict [--data DIR] [--per-class 160] [--epsilon 0.05] [--runs 3] [--kernel vector]
                                 [--models mlp,mlp-nsr,cnn,cnn-nsr] [--questions decision,report,bounds]
                   bench attacks [--data DIR] [--per-class 160] [--epsilon 0.01,0.03,0.05,0.1,0.2,0.3]
                                 [--models mlp,mlp-nsr,mlp-adversarial,mlp-worst-points,mlp-small-boxes,
                                           cnn,cnn-nsr,cnn-adversarial,cnn-worst-points]
                                 [--attacks NAME,NAME]
                   bench training [--runs 5] [--models mlp,cnn]
                   bench nsr-reference
                   bench scale
                   bench start [--runs 5]
                   bench engine [--runs 5]

            pgd        robust accuracy under PGD with the gradients of Robustest and with those of DL4J
            gradients  input gradients per second of Robustest, PyTorch and DL4J
            kernels    operations per second of the two kernels, measured by JMH
            verdict    what verdicts of Robustest and PGD in PyTorch cost, and what they find
            attacks    whether other attacks, at ten times the cost, find what the default one misses
            training   time of a step by cross-entropy and by the noise-to-signal ratio, beside PyTorch
            nsr-reference   what PyTorch's double back-propagation gives, for a test
            scale      gradients per second of few and of many samples within a small heap
            start      time from the start of a JVM to its first gradient
            engine     time to discover 1,000 classes, and that of a JVM that runs one robustness test

            DIR is the folder that holds the data set""";

    private BenchCommand() {}

    /**
     * Runs a command. The exit status is 0 if it was done, 1 if it could not be done, and 2 if it was not understood.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        try {
            run(List.of(arguments), System.out);
        } catch (UsageException e) {
            System.err.println("bench: " + e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        } catch (BenchmarkException | MissingDataException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty()) {
            throw new UsageException("a command is missing");
        }
        List<String> options = arguments.subList(1, arguments.size());
        switch (arguments.get(0)) {
            case "pgd" -> PgdComparison.run(options, out);
            case "gradients" -> GradientComparison.run(options, out, System.err);
            case "kernels" -> KernelComparison.run(options, out);
            case "verdict" -> VerdictComparison.run(options, out);
            case "attacks" -> AttackComparison.run(options, out);
            case "training" -> TrainingComparison.run(options, out);
            case "nsr-reference" -> NsrReference.run(out);
            case "scale" -> JvmCosts.scale(options, out);
            case "start" -> JvmCosts.start(options, out);
            case "engine" -> EngineCosts.run(options, out);
            case "help" -> out.println(USAGE);
            default -> throw new UsageException("there is no command \"" + arguments.get(0) + '"');
        }
    }
}
