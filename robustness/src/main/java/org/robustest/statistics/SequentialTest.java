package org.robustest.statistics;

/**
 * Decides by as few random samples as possible whether a share in a population is at least a required one: the sequential
 * probability ratio test (Wald, "Sequential Tests of Statistical Hypotheses", Annals of Mathematical Statistics 1945) of the
 * required share against one that is smaller by a margin. Its thresholds are those of Wald's inequality, by which the error of
 * either answer is at most the reciprocal of the likelihood ratio at which it is given, however far that is jumped over.
 *
 * <p>If the true share is less than the required one by the margin or more, the answer "reached" comes out in at most {@code 1 -
 * confidence} of all draws; if it is the required one or more, the answer "missed" does. In between either may come. Immutable.
 */
public final class SequentialTest {

    /** What is known so far. */
    public enum State {
        /** More samples are needed. */
        OPEN,
        /** The share is not below the required one by the margin. */
        REACHED,
        /** The share is below the required one. */
        MISSED
    }

    private final double ofSuccess;
    private final double ofFailure;
    private final double threshold;
    private final double logRatio;

    private SequentialTest(double ofSuccess, double ofFailure, double threshold, double logRatio) {
        this.ofSuccess = ofSuccess;
        this.ofFailure = ofFailure;
        this.threshold = threshold;
        this.logRatio = logRatio;
    }

    /**
     * Starts a test.
     *
     * @param required the required share, between 0 and 1
     * @param margin how much less would not be noticed, positive and less than the required share
     * @param confidence the confidence of either answer, between 0.5 and 1
     * @return the test before the first sample
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static SequentialTest of(double required, double margin, double confidence) {
        if (!(required > 0 && required < 1 && margin > 0 && margin < required)) {
            throw new IllegalArgumentException("a sequential test needs a required share between 0 and 1 and a smaller,"
                    + " positive margin, but they were " + required + " and " + margin);
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "the confidence of a sequential test lies between 0.5 and 1, but it was " + confidence);
        }
        double smaller = required - margin;
        return new SequentialTest(
                StrictMath.log(required / smaller),
                StrictMath.log((1 - required) / (1 - smaller)),
                -StrictMath.log(1 - confidence),
                0);
    }

    /**
     * Takes in one sample, drawn at random.
     *
     * @param isSuccess whether it counts
     * @return the test with that sample; unchanged once it is decided
     */
    public SequentialTest after(boolean isSuccess) {
        return state() == State.OPEN
                ? new SequentialTest(ofSuccess, ofFailure, threshold, logRatio + (isSuccess ? ofSuccess : ofFailure))
                : this;
    }

    /**
     * Returns what is known so far.
     *
     * @return the state
     */
    public State state() {
        return logRatio >= threshold ? State.REACHED : logRatio <= -threshold ? State.MISSED : State.OPEN;
    }
}
