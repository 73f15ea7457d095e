package org.robustest.evaluation;

import java.util.List;
import java.util.Optional;
import org.robustest.classifier.DifferentiableClassifier;

/** Questions about logits and a gradient. */
final class GradientQuestions extends Questions {

    private final DifferentiableClassifier classifier;
    private final float[] inputs;
    private final float[] gradients;
    private final float[] logits;

    GradientQuestions(DifferentiableClassifier classifier, int batchSize) {
        super(classifier, batchSize);
        this.classifier = classifier;
        this.inputs = new float[Math.multiplyExact(batchSize, inputSize())];
        this.gradients = new float[inputs.length];
        this.logits = new float[batchSize * classifier.classCount()];
    }

    @Override
    void answer(List<Pursuit> batch) {
        for (int place = 0; place < batch.size(); place++) {
            batch.get(place).copyInputTo(inputs, place * inputSize());
        }
        classifier.inputGradients(
                inputs, batch.size(), (place, z, u) -> batch.get(place).answer(z, u), logits, gradients);
    }

    @Override
    Optional<Verdict> learn(Pursuit pursuit, int place) {
        return pursuit.learn(gradients, place * inputSize());
    }
}
