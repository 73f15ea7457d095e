package org.robustest.classifier;

import java.util.Arrays;

/** A differentiable multi-label model as a classifier of {@link LabelSets}. */
final class DifferentiableLabelSetClassifier extends LabelSetClassifier implements DifferentiableClassifier {

    private final DifferentiableClassifier model;
    private final LabelSets sets;

    DifferentiableLabelSetClassifier(DifferentiableClassifier model, LabelSets sets) {
        super(model, sets);
        this.model = model;
        this.sets = sets;
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        float[] ofLabels = new float[Math.multiplyExact(count, model.classCount())];
        Cotangent onLabels = (index, labelLogits, labelCotangent) -> {
            float[] setLogits = new float[classCount()];
            float[] setCotangent = new float[classCount()];
            sets.logits(labelLogits, 0, setLogits, 0);
            cotangent.write(index, setLogits, setCotangent);
            Arrays.fill(labelCotangent, 0);
            sets.cotangent(labelLogits, setCotangent, labelCotangent);
        };
        model.inputGradients(inputs, count, onLabels, ofLabels, gradients);
        toSets(ofLabels, count, logits);
    }
}
