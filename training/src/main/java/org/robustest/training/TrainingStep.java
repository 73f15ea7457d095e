package org.robustest.training;

/**
 * A step that has been taken.
 *
 * @param step its number, from 1
 * @param epoch how far the training is, counted in epochs: 1.5 in the middle of the second
 * @param loss the loss of its batch before the step, without L1 and L2
 */
public record TrainingStep(int step, double epoch, TrainingLoss loss) {}
