package org.robustest.evaluation;

import java.util.List;
import java.util.Optional;
import org.robustest.classifier.Classifier;

/** Questions about logits only. */
final class LogitQuestions extends Questions {

    private final Classifier classifier;
    private final Learning learning;
    private final float[] inputs;
    private final float[] logits;

    LogitQuestions(Classifier classifier, int batchSize, Learning learning) {
        super(classifier, batchSize);
        this.classifier = classifier;
        this.learning = learning;
        this.inputs = new float[Math.multiplyExact(batchSize, inputSize())];
        this.logits = new float[batchSize * classifier.classCount()];
    }

    @Override
    void answer(List<Pursuit> batch) {
        for (int place = 0; place < batch.size(); place++) {
            batch.get(place).copyInputTo(inputs, place * inputSize());
        }
        classifier.logits(inputs, batch.size(), logits);
    }

    @Override
    Optional<Verdict> learn(Pursuit pursuit, int place) {
        return learning.learn(pursuit, logits, place * classifier.classCount());
    }

    /** What a pursuit does with its logits, which are among those of a batch. */
    interface Learning {
        Optional<Verdict> learn(Pursuit pursuit, float[] batch, int offset);
    }
}
