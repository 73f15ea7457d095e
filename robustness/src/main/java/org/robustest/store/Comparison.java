package org.robustest.store;

/** How accuracies compare with those of a baseline. */
public sealed interface Comparison {

    /** They are the same, or worse by no more than the tolerance. */
    record Known() implements Comparison {}

    /**
     * One of them is better, and none is worse by more than the tolerance.
     *
     * @param change by how much
     */
    record Improved(String change) implements Comparison {}

    /**
     * One of them is worse by more than the tolerance.
     *
     * @param message by how much, and what to do
     */
    record Worse(String message) implements Comparison {}

    /**
     * They cannot be compared.
     *
     * @param message why, and what to do
     */
    record Refused(String message) implements Comparison {}
}
