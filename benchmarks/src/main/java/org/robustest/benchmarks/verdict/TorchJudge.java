package org.robustest.benchmarks.verdict;

import org.robustest.benchmarks.engine.TorchPgd;

/** Answers "pgd ε" by 100 steps of PGD in PyTorch. */
final class TorchJudge implements Judge {

    private static final int STEPS = 100;

    private final TorchPgd pgd;

    TorchJudge(TorchPgd pgd) {
        this.pgd = pgd;
    }

    @Override
    public String answer(String[] words) {
        long start = System.nanoTime();
        double robust = pgd.robustAccuracy(Double.parseDouble(words[1]), STEPS);
        return Seconds.since(start) + " " + robust;
    }

    @Override
    public void warmUp() {
        pgd.robustAccuracy(0.01, STEPS / 10);
    }
}
