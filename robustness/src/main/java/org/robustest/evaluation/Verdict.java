package org.robustest.evaluation;

import org.robustest.certificate.Certificate;
import org.robustest.samples.Sample;

/** What is known of one sample after an evaluation. */
public sealed interface Verdict {

    /**
     * Returns the sample.
     *
     * @return the sample that the verdict is about
     */
    Sample sample();

    /**
     * Returns what was spent to reach the verdict.
     *
     * @return the effort, including that at smaller perturbations if the verdict was carried upward
     */
    Effort effort();

    /**
     * Tells whether the model gets the sample right and no counterexample is known.
     *
     * @return {@code true} for {@link Unbroken} and {@link Certified}
     */
    default boolean isRobust() {
        return this instanceof Unbroken || this instanceof Certified;
    }

    /**
     * Tells whether the model gets the sample right without any perturbation.
     *
     * @return {@code true} for {@link Broken} and {@link Open}, and where {@link #isRobust()} is
     */
    default boolean isCorrect() {
        return isRobust() || this instanceof Broken || this instanceof Open;
    }

    /**
     * Returns this verdict with the effort spent before it added to its own.
     *
     * @param earlier what was spent before
     * @return the same verdict for both efforts
     */
    Verdict after(Effort earlier);

    /**
     * The model gets the sample wrong without any perturbation. It counts against the model and is not attacked.
     *
     * @param sample the sample
     * @param prediction the class that the model predicts; the true class if another one ties with it
     * @param effort what was spent
     */
    record Misclassified(Sample sample, int prediction, Effort effort) implements Verdict {
        @Override
        public Misclassified after(Effort earlier) {
            return new Misclassified(sample, prediction, earlier.plus(effort));
        }
    }

    /**
     * There is a counterexample.
     *
     * @param counterexample the counterexample, confirmed by the user's own model object
     * @param effort what was spent
     */
    record Broken(Counterexample counterexample, Effort effort) implements Verdict {
        @Override
        public Sample sample() {
            return counterexample.sample();
        }

        @Override
        public Broken after(Effort earlier) {
            return new Broken(counterexample, earlier.plus(effort));
        }
    }

    /**
     * The sample is classified correctly, and the attack found no counterexample. This is no proof that there is none.
     *
     * @param sample the sample
     * @param effort what was spent
     */
    record Unbroken(Sample sample, Effort effort) implements Verdict {
        @Override
        public Unbroken after(Effort earlier) {
            return new Unbroken(sample, earlier.plus(effort));
        }
    }

    /**
     * It is proved that there is no counterexample.
     *
     * @param sample the sample
     * @param certificate the proof
     * @param effort what was spent on passes beside the proof
     */
    record Certified(Sample sample, Certificate certificate, Effort effort) implements Verdict {
        @Override
        public Certified after(Effort earlier) {
            return new Certified(sample, certificate, earlier.plus(effort));
        }
    }

    /**
     * The sample is classified correctly, and was not searched to the end, since the question had been decided without it. Only
     * a {@link Decision} has such verdicts.
     *
     * @param sample the sample
     * @param effort what was spent
     */
    record Open(Sample sample, Effort effort) implements Verdict {
        @Override
        public Open after(Effort earlier) {
            return new Open(sample, earlier.plus(effort));
        }
    }

    /**
     * Nothing can be said of the sample: the model or the attack failed on it.
     *
     * @param sample the sample
     * @param reason what went wrong, as a sentence without a full stop
     * @param effort what was spent
     */
    record Failed(Sample sample, String reason, Effort effort) implements Verdict {
        @Override
        public Failed after(Effort earlier) {
            return new Failed(sample, reason, earlier.plus(effort));
        }
    }
}
