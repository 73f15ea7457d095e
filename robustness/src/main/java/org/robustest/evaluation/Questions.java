package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robustest.classifier.Classifier;

/** Pursuits that want to know the same kind of thing of a model, each about its own point. */
abstract class Questions {

    private final int inputSize;
    private final int batchSize;
    private List<Pursuit> pursuits = new ArrayList<>();

    Questions(Classifier classifier, int batchSize) {
        this.inputSize = classifier.inputShape().size();
        this.batchSize = batchSize;
    }

    int inputSize() {
        return inputSize;
    }

    void add(Pursuit pursuit) {
        pursuits.add(pursuit);
    }

    boolean isEmpty() {
        return pursuits.isEmpty();
    }

    boolean isFull() {
        return pursuits.size() >= batchSize;
    }

    /**
     * Asks the model about the points of the pursuits, and gives each its answer: full batches only if there is one, since a small
     * one costs as much, and else all there are.
     */
    void ask(AttackWorker worker) {
        List<Pursuit> all = pursuits;
        int asked = isFull() ? all.size() - all.size() % batchSize : all.size();
        pursuits = new ArrayList<>(all.subList(asked, all.size()));
        for (int first = 0; first < asked; first += batchSize) {
            ask(all.subList(first, Math.min(asked, first + batchSize)), worker);
        }
    }

    private void ask(List<Pursuit> batch, AttackWorker worker) {
        try {
            answer(batch);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                worker.fail(batch.get(0), e);
            } else {
                // Finds out which of them made the model fail, so that the others do not share its fate.
                batch.forEach(pursuit -> ask(List.of(pursuit), worker));
            }
            return;
        }
        for (int place = 0; place < batch.size(); place++) {
            int answer = place;
            worker.goOn(batch.get(place), pursuit -> learn(pursuit, answer));
        }
    }

    /** Puts the questions of a batch to the model. */
    abstract void answer(List<Pursuit> batch);

    /** Gives a pursuit the answer at a place of the batch. */
    abstract Optional<Verdict> learn(Pursuit pursuit, int place);
}
