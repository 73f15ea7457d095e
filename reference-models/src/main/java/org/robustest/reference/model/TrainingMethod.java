package org.robustest.reference.model;

/** How a reference model was trained. */
public enum TrainingMethod {

    /** By cross-entropy: no defence. */
    CROSS_ENTROPY("", "cross-entropy"),

    /** By squared error and the {@linkplain org.robustest.training.NoiseToSignalRegularization noise-to-signal ratio}. */
    NSR("-nsr", "the noise-to-signal ratio"),

    /** By {@linkplain org.robustest.training.AdversarialTraining adversarial training} as the paper has it, within noise of 0.1. */
    ADVERSARIAL("-adversarial", "adversarial training"),

    /** By adversarial training on the worst points alone, within noise of 0.06: the strongest up to that. */
    WORST_POINTS("-worst-points", "adversarial training on the worst points alone"),

    /**
     * By {@linkplain org.robustest.training.CertifiedTraining interval bounds} on small boxes around adversarial points, for noise
     * of a size of its own for every sample, from 0 to 0.25: the strongest at large noise, and less accurate without any.
     */
    SMALL_BOXES("-small-boxes", "interval bounds on small boxes around adversarial points");

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
