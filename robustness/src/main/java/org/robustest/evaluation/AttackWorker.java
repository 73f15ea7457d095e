package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.robustest.classifier.DifferentiableClassifier;

/**
 * Follows as many pursuits at once as make a batch.
 *
 * <p>In every round the model is asked about one point of each. A pursuit that is over leaves its place at once, and the
 * next one takes it. No pursuit depends on those beside it.
 */
final class AttackWorker implements Runnable {

    private final DifferentiableClassifier classifier;
    private final int batchSize;
    private final Supplier<Optional<Pursuit>> waiting;
    private final BiConsumer<Pursuit, Verdict> settle;
    private final Runnable requireRunning;

    private final int inputSize;
    private final int classCount;
    private final float[] inputs;
    private final float[] gradients;
    private final float[] logits;
    private List<Pursuit> standing = new ArrayList<>();

    AttackWorker(
            DifferentiableClassifier classifier,
            int batchSize,
            Supplier<Optional<Pursuit>> waiting,
            BiConsumer<Pursuit, Verdict> settle,
            Runnable requireRunning) {
        this.classifier = classifier;
        this.batchSize = batchSize;
        this.waiting = waiting;
        this.settle = settle;
        this.requireRunning = requireRunning;
        this.inputSize = classifier.inputShape().size();
        this.classCount = classifier.classCount();
        this.inputs = new float[Math.multiplyExact(batchSize, inputSize)];
        this.gradients = new float[inputs.length];
        this.logits = new float[batchSize * classCount];
    }

    @Override
    public void run() {
        while (true) {
            requireRunning.run();
            List<Pursuit> batch = fill();
            if (batch.isEmpty()) {
                return;
            }
            standing = new ArrayList<>(batchSize);
            try {
                classifier.inputGradients(
                        inputs, batch.size(), (place, z, u) -> batch.get(place).answer(z, u), logits, gradients);
                for (int place = 0; place < batch.size(); place++) {
                    learn(batch.get(place), place);
                }
            } catch (RuntimeException e) {
                askOneByOne(batch);
            }
        }
    }

    /** Lets those that stand propose their next points, and fills the places left with pursuits that wait. */
    private List<Pursuit> fill() {
        List<Pursuit> batch = new ArrayList<>(batchSize);
        for (Pursuit pursuit : standing) {
            propose(pursuit, batch);
        }
        while (batch.size() < batchSize) {
            Optional<Pursuit> pursuit = waiting.get();
            if (pursuit.isEmpty()) {
                break;
            }
            propose(pursuit.get(), batch);
        }
        return batch;
    }

    private void propose(Pursuit pursuit, List<Pursuit> batch) {
        try {
            if (pursuit.propose(inputs, batch.size() * inputSize)) {
                batch.add(pursuit);
            } else {
                settle.accept(pursuit, pursuit.unbroken());
            }
        } catch (RuntimeException e) {
            settle.accept(pursuit, pursuit.failed(e));
        }
    }

    private void learn(Pursuit pursuit, int place) {
        try {
            pursuit.learn(gradients, place * inputSize)
                    .ifPresentOrElse(verdict -> settle.accept(pursuit, verdict), () -> standing.add(pursuit));
        } catch (RuntimeException e) {
            settle.accept(pursuit, pursuit.failed(e));
        }
    }

    /** Finds out which of a batch made the model fail, so that the others do not share its fate. */
    private void askOneByOne(List<Pursuit> batch) {
        for (int place = 0; place < batch.size(); place++) {
            Pursuit pursuit = batch.get(place);
            System.arraycopy(inputs, place * inputSize, inputs, 0, inputSize);
            try {
                classifier.inputGradients(inputs, 1, (only, z, u) -> pursuit.answer(z, u), logits, gradients);
                learn(pursuit, 0);
            } catch (RuntimeException e) {
                settle.accept(pursuit, pursuit.failed(e));
            }
        }
    }
}
