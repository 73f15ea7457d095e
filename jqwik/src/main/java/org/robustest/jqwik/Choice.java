package org.robustest.jqwik;

import java.util.List;

/** A way to choose a perturbation from a set. */
public enum Choice {
    /** A point drawn evenly from the set. */
    RANDOM(false, "random"),

    /** An extreme point of the set, drawn at random: for L∞ all values as far up or down as they may be. */
    CORNER(false, "a random corner"),

    /**
     * The model's own worst direction: one step as far as the set allows up the gradient of the cross-entropy, or toward one of
     * the wrong classes.
     */
    STEEPEST(true, "the steepest step"),

    /**
     * A short attack on the sample: one step to each class and a few more toward the nearest two, in a quarter of the set, in
     * half of it and in all of it, until one is wrong.
     */
    ATTACK(true, "a short attack");

    static final List<Choice> UNGUIDED = List.of(RANDOM, CORNER);

    /** Three quarters of the tries go where the model is weak; the others know nothing of the model, and so share no blind spot. */
    static final List<Choice> GUIDED = List.of(RANDOM, CORNER, STEEPEST, STEEPEST, STEEPEST, ATTACK, ATTACK, ATTACK);

    private final boolean needsGradients;
    private final String text;

    Choice(boolean needsGradients, String text) {
        this.needsGradients = needsGradients;
        this.text = text;
    }

    boolean needsGradients() {
        return needsGradients;
    }

    /** Returns what it stands for in reports and statistics. */
    @Override
    public String toString() {
        return text;
    }
}
