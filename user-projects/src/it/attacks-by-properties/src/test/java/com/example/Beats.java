package com.example;

import static org.robustest.perturbation.Perturbations.linf;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.Verdict;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Samples;

/** The synthetic beats of which there is a proof that noise of 0.005 does not matter. */
public final class Beats implements Supplier<Samples> {

    static final DifferentiableClassifier MODEL =
            NearestMean.of(SyntheticEcg.withDefaults().beats(20));

    @Override
    public Samples get() {
        Samples all = SyntheticEcg.withDefaults().withSeed(2).beats(20);
        Set<String> certified =
                RobustnessEvaluation.of(MODEL).evaluate(all, linf(0.005)).verdicts(Verdict.Certified.class).stream()
                        .map(verdict -> verdict.sample().id())
                        .collect(Collectors.toSet());
        return all.where(beat -> certified.contains(beat.id()));
    }
}
