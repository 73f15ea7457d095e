package org.robustest.training;

/**
 * How a training ended.
 *
 * @param steps the number of steps
 * @param loss the mean of the loss over the last hundred steps, or over all if there were fewer; without L1 and L2
 * @param seconds how long it took
 */
public record TrainingResult(int steps, double loss, double seconds) {}
