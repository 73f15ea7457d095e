package org.robustest.dl4j;

import java.util.Optional;
import org.robustest.classifier.Classifier;
import org.robustest.random.RandomStream;

/**
 * Compares a classifier that was made of a model with the model itself, on inputs of several sizes.
 *
 * <p>Of several sigmoids, those are left out that are too close to 0 or 1 for a float to hold their logits well, beyond
 * ±8.
 */
final class ImportCheck {

    private static final double TOLERANCE = 1e-4;
    private static final double FARTHEST = 80;
    private static final double LARGEST_LOGIT = 8;
    private static final double[] SCALES = {0, 0.01, 0.1, 0.5, 1, 2, 5, 10};

    private final OutputActivation activation;
    private final int outputs;
    private final int classes;

    private ImportCheck(OutputActivation activation, int outputs) {
        this.activation = activation;
        this.outputs = outputs;
        this.classes = activation.classCount(outputs);
    }

    /** Returns nothing if the two agree, else where they do not. */
    static Optional<String> disagreement(Classifier made, ModelOutput original, OutputActivation activation) {
        int size = original.inputShape().size();
        int classes = original.classCount();
        float[] probes = probes(size);
        float[] ours = new float[SCALES.length * classes];
        float[] theirs = new float[SCALES.length * classes];
        made.logits(probes, SCALES.length, ours);
        original.logits(probes, SCALES.length, theirs);
        return new ImportCheck(activation, original.outputCount()).compare(ours, theirs);
    }

    private static float[] probes(int size) {
        RandomStream random = RandomStream.of(0, "import check");
        float[] probes = new float[SCALES.length * size];
        for (int i = 0; i < probes.length; i++) {
            probes[i] = (float) (SCALES[i / size] * (2 * random.nextDouble() - 1));
        }
        return probes;
    }

    private Optional<String> compare(float[] ours, float[] theirs) {
        for (int i = 0; i < ours.length; i++) {
            int first = i / classes * classes;
            double our = ours[i] - zero(ours, first);
            double their = theirs[i] - zero(theirs, first);
            if (!agrees(our, their, largest(theirs, first))) {
                return Optional.of("for a probe input of size " + SCALES[i / classes] + ", the logit of class "
                        + (i - first) + " was " + our + " by the import and " + their + " by DL4J");
            }
        }
        return Optional.empty();
    }

    private boolean agrees(double our, double their, double largest) {
        boolean isSaturated = activation == OutputActivation.SIGMOID
                && !activation.isOneOfTwo(outputs)
                && Math.abs(their) > LARGEST_LOGIT
                && our * their > 0
                && Math.abs(our) > LARGEST_LOGIT - 1;
        double size = Math.max(Math.abs(their), Math.max(1, largest));
        return isSaturated || Math.abs(our - their) <= TOLERANCE * size;
    }

    /** What the logits of one input count from: probabilities of softmax tell them but for a constant. */
    private double zero(float[] logits, int first) {
        double zero = Double.NEGATIVE_INFINITY;
        for (int k = first; k < first + classes; k++) {
            zero = Math.max(zero, logits[k]);
        }
        return activation == OutputActivation.SOFTMAX ? zero : 0;
    }

    /** How large the logits of one input are; those of softmax that are far below the others say nothing of the precision of these. */
    private double largest(float[] logits, int first) {
        double largest = 0;
        for (int k = first; k < first + classes; k++) {
            double logit = Math.abs(logits[k] - zero(logits, first));
            boolean isFar = activation == OutputActivation.SOFTMAX && logit >= FARTHEST;
            largest = isFar ? largest : Math.max(largest, logit);
        }
        return largest;
    }
}
