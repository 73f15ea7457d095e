package org.robustest.benchmarks.verdict;

import static org.robustest.perturbation.Perturbations.linf;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import org.robustest.classifier.BoundMethod;
import org.robustest.evaluation.Decision;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Answers "decide share ε", "report ε ε ..." and "bounds method ε" by the default evaluation on two threads. */
final class RobustestJudge implements Judge {

    private static final int THREADS = 2;
    private static final int SAMPLES_TO_BOUND = 100;

    private final Network network;
    private final Samples samples;
    private final RobustnessEvaluation evaluation;

    RobustestJudge(Network network, Samples samples) {
        this.network = network;
        this.samples = samples;
        this.evaluation = RobustnessEvaluation.of(network).withThreads(THREADS);
    }

    @Override
    public String answer(String[] words) {
        return switch (words[0]) {
            case "decide" -> decide(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
            case "report" -> report(Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble));
            case "bounds" -> bounds(BoundMethod.valueOf(words[1]), Double.parseDouble(words[2]));
            default -> throw new IllegalArgumentException("cannot answer " + Arrays.toString(words));
        };
    }

    private String decide(double share, double epsilon) {
        long start = System.nanoTime();
        Decision decision = evaluation.decide(samples, set(epsilon), share);
        double seconds = Seconds.since(start);
        double robust = decision.isReached() ? decision.robustAccuracyAtLeast() : decision.robustAccuracyAtMost();
        return seconds + " " + decision.certifiedAccuracy() + " " + robust + " " + decision.isReached();
    }

    private String report(DoubleStream epsilons) {
        long start = System.nanoTime();
        List<RobustnessResult> results =
                evaluation.curve(samples, epsilons.mapToObj(RobustestJudge::set).toList());
        StringJoiner answer = new StringJoiner(" ");
        answer.add(Double.toString(Seconds.since(start)));
        for (RobustnessResult result : results) {
            answer.add(result.certifiedAccuracy() + " " + result.robustAccuracy());
        }
        return answer.toString();
    }

    /** Bounds some samples one after the other, on one thread: the seconds are those of one of them. */
    private String bounds(BoundMethod method, double epsilon) {
        int certified = 0;
        int count =
                method == BoundMethod.CROWN ? Math.min(4, samples.size()) : Math.min(SAMPLES_TO_BOUND, samples.size());
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Sample sample = samples.get(i * (samples.size() / count));
            double[] margins = network.marginBounds(set(epsilon).around(sample), sample.label(), method);
            certified += Arrays.stream(margins).allMatch(margin -> margin > 0) ? 1 : 0;
        }
        return Seconds.since(start) / count + " " + (double) certified / count;
    }

    private static PerturbationSet set(double epsilon) {
        return linf(epsilon).within(0, 1);
    }

    @Override
    public void warmUp() {
        Samples few = samples.balanced(4);
        for (double epsilon : new double[] {0.01, 0.05}) {
            evaluation.evaluate(few, set(epsilon));
            evaluation.decide(few, set(epsilon), 0.5);
        }
    }
}
