package org.robustest.dl4j;

/**
 * Outputs of a model that are so near to 0 or 1 that rounding has taken away what tells their logits, which what stands in
 * front of the output activation still tells.
 *
 * <p>The outputs have the last word: the logits that are put in their place name the same class. So those of several sigmoids
 * stay as they are. Where two of these are rounded to the same output the model does not say which class is the likelier,
 * however far apart they are in front.
 */
final class RoundedOutputs {

    /** From here on to 0 the floats come to an end. */
    private static final double SMALLEST = Math.exp(-80);

    /** From here on to 1 a float holds the logit of a sigmoid, 8, to less than 1e-4 of it. */
    private static final double LARGEST_OF_SIGMOID = 1 / (1 + Math.exp(-8));

    /** What an activation may make of the same values by rounding alone. */
    private static final double SAME = 1e-5;

    private final OutputActivation activation;
    private final double[] outputs;

    RoundedOutputs(OutputActivation activation, double[] outputs) {
        this.activation = activation;
        this.outputs = outputs;
    }

    boolean areThere() {
        for (double output : outputs) {
            if (isRounded(output)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRounded(double output) {
        return switch (activation) {
            case SOFTMAX -> output < SMALLEST;
            case SIGMOID -> activation.isOneOfTwo(outputs.length) && (output < SMALLEST || output > LARGEST_OF_SIGMOID);
            case NONE -> false;
        };
    }

    /**
     * Puts logits in the place of those that are lost.
     *
     * @param inFront what stands in front of the output activation; passed over if the activation makes something else of it
     * @param logits the logits as the outputs tell them, from the offset on
     */
    void putLogits(double[] inFront, float[] logits, int offset) {
        if (!areThere() || !areMadeOf(inFront)) {
            return;
        }
        if (activation == OutputActivation.SIGMOID) {
            logits[offset + 1] = (float) inFront[0];
            return;
        }
        int largest = indexOfLargest(inFront);
        for (int k = 0; k < outputs.length; k++) {
            if (isRounded(outputs[k])) {
                logits[offset + k] = (float) (Math.log(outputs[largest]) + inFront[k] - inFront[largest]);
            }
        }
    }

    private boolean areMadeOf(double[] inFront) {
        double largest = inFront[indexOfLargest(inFront)];
        double sum = 0;
        for (double value : inFront) {
            sum += Math.exp(value - largest);
        }
        for (int k = 0; k < outputs.length; k++) {
            double expected = activation == OutputActivation.SIGMOID
                    ? 1 / (1 + Math.exp(-inFront[k]))
                    : Math.exp(inFront[k] - largest) / sum;
            if (!(Math.abs(expected - outputs[k]) <= SAME)) {
                return false;
            }
        }
        return true;
    }

    private static int indexOfLargest(double[] values) {
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            largest = values[k] > values[largest] ? k : largest;
        }
        return largest;
    }
}
