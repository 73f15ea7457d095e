package org.robustest.dl4j;

import org.robustest.classifier.Classifier;
import org.robustest.network.Network;
import org.robustest.random.RandomStream;

/**
 * Compares an imported network with the model it was made from, on inputs of several sizes.
 *
 * <p>Logits are compared as differences from the largest, since probabilities do not tell more. Where a probability is too
 * small for a float to hold it well, it is left out.
 */
final class ImportCheck {

    private static final double TOLERANCE = 1e-4;
    private static final double SMALLEST_LOG_PROBABILITY = -80;
    private static final double[] SCALES = {0, 0.01, 0.1, 0.5, 1, 2, 5, 10};

    private ImportCheck() {}

    static void requireAgreement(Network network, Classifier original) {
        int size = network.inputShape().size();
        int classes = network.classCount();
        float[] probes = probes(size);
        float[] ours = new float[SCALES.length * classes];
        float[] theirs = new float[SCALES.length * classes];
        network.logits(probes, SCALES.length, ours);
        original.logits(probes, SCALES.length, theirs);
        for (int probe = 0; probe < SCALES.length; probe++) {
            requireAgreement(ours, theirs, probe * classes, classes);
        }
    }

    private static float[] probes(int size) {
        RandomStream random = RandomStream.of(0, "import check");
        float[] probes = new float[SCALES.length * size];
        for (int i = 0; i < probes.length; i++) {
            probes[i] = (float) (SCALES[i / size] * (2 * random.nextDouble() - 1));
        }
        return probes;
    }

    private static void requireAgreement(float[] ours, float[] theirs, int offset, int classes) {
        double ourLargest = largest(ours, offset, classes);
        double theirLargest = largest(theirs, offset, classes);
        for (int k = offset; k < offset + classes; k++) {
            double our = ours[k] - ourLargest;
            double their = theirs[k] - theirLargest;
            boolean isTooSmall = their <= SMALLEST_LOG_PROBABILITY;
            if (!isTooSmall && !(Math.abs(our - their) <= TOLERANCE * Math.max(1, Math.abs(their)))) {
                throw new ModelImportException("the imported network does not reproduce the model: for a probe input,"
                        + " the logit of class " + (k - offset) + " less the largest one is " + our
                        + " by the import and " + their + " by DL4J. Please report the configuration of the model");
            }
        }
    }

    private static double largest(float[] logits, int offset, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = offset; k < offset + classes; k++) {
            largest = Math.max(largest, logits[k]);
        }
        return largest;
    }
}
