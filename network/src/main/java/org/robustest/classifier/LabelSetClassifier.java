package org.robustest.classifier;

import org.robustest.samples.Shape;

/** A multi-label model as a classifier of {@link LabelSets}. */
class LabelSetClassifier implements Classifier {

    private final Classifier model;
    private final LabelSets sets;

    LabelSetClassifier(Classifier model, LabelSets sets) {
        this.model = model;
        this.sets = sets;
    }

    @Override
    public Shape inputShape() {
        return model.inputShape();
    }

    @Override
    public int classCount() {
        return sets.size();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        float[] ofLabels = new float[Math.multiplyExact(count, model.classCount())];
        model.logits(inputs, count, ofLabels);
        toSets(ofLabels, count, logits);
    }

    void toSets(float[] ofLabels, int count, float[] logits) {
        for (int i = 0; i < count; i++) {
            sets.logits(ofLabels, i * model.classCount(), logits, i * classCount());
        }
    }

    @Override
    public Classifier original() {
        return sets.classifier(model.original());
    }

    @Override
    public int preferredBatchSize() {
        return model.preferredBatchSize();
    }

    /** Returns the model and the sets. */
    @Override
    public String toString() {
        return model + " as a classifier of " + sets;
    }
}
