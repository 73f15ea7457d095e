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

    /** Asks the model about the points of all pursuits, and gives each its answer. */
    void ask(AttackWorker worker) {
        List<Pursuit> asked = pursuits;
        pursuits = new ArrayList<>(batchSize);
        for (int first = 0; first < asked.size(); first += batchSize) {
            ask(asked.subList(first, Math.min(asked.size(), first + batchSize)), worker);
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
