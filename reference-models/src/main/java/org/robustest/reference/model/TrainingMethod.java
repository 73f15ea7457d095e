package org.robustest.reference.model;

/** How a reference model was trained. */
public enum TrainingMethod {

    /** By cross-entropy: no defence. */
    CROSS_ENTROPY("", "cross-entropy"),

    /** By squared error and the {@linkplain org.robustest.training.NoiseToSignalRatio noise-to-signal ratio}. */
    NSR("-nsr", "the noise-to-signal ratio"),

    /** By {@linkplain org.robustest.training.AdversarialTraining adversarial training}. */
    ADVERSARIAL("-adversarial", "adversarial training"),

    /** By adversarial training and the noise-to-signal ratio together. */
    ADVERSARIAL_NSR("-adversarial-nsr", "adversarial training and the noise-to-signal ratio");

    private final String suffix;
    private final String words;

    TrainingMethod(String suffix, String words) {
        this.suffix = suffix;
        this.words = words;
    }

    /** Returns what a model's name ends in. */
    String suffix() {
        return suffix;
    }

    /** Returns the method in words, such as {@code cross-entropy}. */
    @Override
    public String toString() {
        return words;
    }
}
