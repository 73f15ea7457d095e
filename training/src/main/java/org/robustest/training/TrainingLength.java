package org.robustest.training;

/** How long to train. Immutable. */
public final class TrainingLength {

    private final int count;
    private final boolean isInEpochs;

    private TrainingLength(int count, boolean isInEpochs) {
        this.count = count;
        this.isInEpochs = isInEpochs;
    }

    /**
     * Trains for as many steps as go through all samples several times.
     *
     * @param count the number of epochs, at least 1. In class-balanced training an epoch has as many steps, but the samples of
     *     rare classes come more often than once
     * @return the length
     * @throws IllegalArgumentException if the number is below 1
     */
    public static TrainingLength epochs(int count) {
        return new TrainingLength(Settings.atLeastOne(count, "number of epochs"), true);
    }

    /**
     * Trains for a number of steps.
     *
     * @param count the number of steps, at least 1, each on one batch
     * @return the length
     * @throws IllegalArgumentException if the number is below 1
     */
    public static TrainingLength steps(int count) {
        return new TrainingLength(Settings.atLeastOne(count, "number of steps"), false);
    }

    int stepCount(int stepsPerEpoch) {
        return isInEpochs ? Math.multiplyExact(count, stepsPerEpoch) : count;
    }

    /** Returns the length, such as {@code 10 epochs}. */
    @Override
    public String toString() {
        return count + (isInEpochs ? " epochs" : " steps");
    }
}
