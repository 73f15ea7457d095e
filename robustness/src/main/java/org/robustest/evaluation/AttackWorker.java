package org.robustest.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;

/**
 * Follows as many pursuits at once as make a batch.
 *
 * <p>In every round the model is asked about one point of each: about gradients for those that want one, about logits only for the
 * others, and the user's own model about those that look like counterexamples, a full batch at a time. A pursuit that is over leaves its place at once, and the next one takes it. No pursuit
 * depends on those beside it.
 */
final class AttackWorker implements Runnable {

    private final Supplier<Optional<Pursuit>> waiting;
    private final BiConsumer<Pursuit, Verdict> settle;
    private final Runnable requireRunning;
    private final Questions aboutLogits;
    private final Optional<Questions> aboutGradients;
    private final Questions aboutSuspects;

    AttackWorker(
            Classifier classifier,
            int batchSize,
            Supplier<Optional<Pursuit>> waiting,
            BiConsumer<Pursuit, Verdict> settle,
            Runnable requireRunning) {
        this.waiting = waiting;
        this.settle = settle;
        this.requireRunning = requireRunning;
        this.aboutLogits = new LogitQuestions(classifier, batchSize, Pursuit::learnLogits);
        this.aboutGradients = classifier instanceof DifferentiableClassifier differentiable
                ? Optional.of(new GradientQuestions(differentiable, batchSize))
                : Optional.empty();
        this.aboutSuspects = new LogitQuestions(classifier.original(), batchSize, Pursuit::learnConfirmation);
    }

    @Override
    public void run() {
        List<Questions> all = Stream.concat(aboutGradients.stream(), Stream.of(aboutLogits, aboutSuspects))
                .toList();
        while (true) {
            requireRunning.run();
            fill();
            boolean isAnyFull = all.stream().anyMatch(Questions::isFull);
            if (all.stream().allMatch(Questions::isEmpty)) {
                return;
            }
            all.stream()
                    .filter(questions -> isAnyFull ? questions.isFull() : !questions.isEmpty())
                    .forEach(questions -> questions.ask(this));
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
            Optional<Verdict> verdict = learning.apply(pursuit);
            if (verdict.isPresent()) {
                settle.accept(pursuit, verdict.get());
            } else if (pursuit.isSuspect()) {
                aboutSuspects.add(pursuit);
            } else {
                propose(pursuit);
            }
        } catch (RuntimeException e) {
            fail(pursuit, e);
        }
    }

    void fail(Pursuit pursuit, RuntimeException reason) {
        settle.accept(pursuit, pursuit.failed(reason));
    }
}
