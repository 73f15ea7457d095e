package org.robustest.dl4j;

import org.robustest.classifier.BoundMethod;
import org.robustest.classifier.BoundableClassifier;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.InputSet;
import org.robustest.classifier.MarginDecision;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** A network that was imported from a DL4J model, with that model as the original. */
final class ImportedClassifier implements BoundableClassifier {

    private final Network network;
    private final ModelOutput original;

    ImportedClassifier(Network network, ModelOutput original) {
        this.network = network;
        this.original = original;
    }

    @Override
    public Shape inputShape() {
        return network.inputShape();
    }

    @Override
    public int classCount() {
        return network.classCount();
    }

    @Override
    public int preferredBatchSize() {
        return network.preferredBatchSize();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        network.logits(inputs, count, logits);
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        network.inputGradients(inputs, count, cotangent, logits, gradients);
    }

    @Override
    public double[] marginBounds(InputSet set, int label, BoundMethod method) {
        return network.marginBounds(set, label, method);
    }

    @Override
    public MarginDecision decideMargins(InputSet set, int label, int subproblems) {
        return network.decideMargins(set, label, subproblems);
    }

    @Override
    public int curvedValues() {
        return network.curvedValues();
    }

    @Override
    public Classifier original() {
        return original;
    }

    /** Returns the layers that were imported. */
    @Override
    public String toString() {
        return "DL4J model " + network;
    }
}
