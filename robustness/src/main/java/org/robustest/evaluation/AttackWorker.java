package org.robustest.evaluation;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;

/**
 * Follows as many pursuits at once as make a batch.
 *
 * <p>In every round the model is asked about one point of each: about gradients for those that want one, and about logits only
 * for the others, a full batch at a time. A pursuit that is over leaves its place at once, and the next one takes it. No pursuit
 * depends on those beside it.
 */
final class AttackWorker implements Runnable {

    private final Supplier<Optional<Pursuit>> waiting;
    private final BiConsumer<Pursuit, Verdict> settle;
    private final Runnable requireRunning;
    private final Questions aboutLogits;
    private final Optional<Questions> aboutGradients;

    AttackWorker(
            Classifier classifier,
            int batchSize,
            Supplier<Optional<Pursuit>> waiting,
            BiConsumer<Pursuit, Verdict> settle,
            Runnable requireRunning) {
        this.waiting = waiting;
        this.settle = settle;
        this.requireRunning = requireRunning;
        this.aboutLogits = new LogitQuestions(classifier, batchSize);
        this.aboutGradients = classifier instanceof DifferentiableClassifier differentiable
                ? Optional.of(new GradientQuestions(differentiable, batchSize))
                : Optional.empty();
    }

    @Override
    public void run() {
        while (true) {
            requireRunning.run();
            fill();
            boolean isAnyFull = aboutLogits.isFull()
                    || aboutGradients.filter(Questions::isFull).isPresent();
            if (aboutLogits.isEmpty()
                    && aboutGradients.filter(questions -> !questions.isEmpty()).isEmpty()) {
                return;
            }
            ask(aboutLogits, isAnyFull);
            aboutGradients.ifPresent(questions -> ask(questions, isAnyFull));
        }
    }

    private void ask(Questions questions, boolean isAnyFull) {
        if (questions.isFull() || (!isAnyFull && !questions.isEmpty())) {
            questions.ask(this);
        }
    }

    /** Takes up pursuits that wait until there is a full batch. */
    private void fill() {
        while (!aboutLogits.isFull() && aboutGradients.filter(Questions::isFull).isEmpty()) {
            Optional<Pursuit> pursuit = waiting.get();
            if (pursuit.isEmpty()) {
                return;
            }
            propose(pursuit.get());
        }
    }

    private void propose(Pursuit pursuit) {
        try {
            if (!pursuit.propose()) {
                settle.accept(pursuit, pursuit.unbroken());
            } else if (pursuit.wantsGradient()) {
                aboutGradients.orElseThrow().add(pursuit);
            } else {
                aboutLogits.add(pursuit);
            }
        } catch (RuntimeException e) {
            fail(pursuit, e);
        }
    }

    /** Gives a pursuit its answer, and lets it propose its next point unless it is over. */
    void goOn(Pursuit pursuit, Function<Pursuit, Optional<Verdict>> learning) {
        try {
            learning.apply(pursuit).ifPresentOrElse(verdict -> settle.accept(pursuit, verdict), () -> propose(pursuit));
        } catch (RuntimeException e) {
            fail(pursuit, e);
        }
    }

    void fail(Pursuit pursuit, RuntimeException reason) {
        settle.accept(pursuit, pursuit.failed(reason));
    }
}
