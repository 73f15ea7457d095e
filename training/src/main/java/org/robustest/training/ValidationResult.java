package org.robustest.training;

/**
 * What the model got right of the validation samples at one time of the training.
 *
 * @param step the number of steps that had been taken
 * @param cleanAccuracy the share of samples that it got right
 * @param robustAccuracy the share that it got right and the attack did not break
 */
public record ValidationResult(int step, double cleanAccuracy, double robustAccuracy) {

    /** Whether it is better: by robust accuracy, and where that is equal by clean accuracy. */
    boolean isBetterThan(ValidationResult other) {
        int comparison = Double.compare(robustAccuracy, other.robustAccuracy);
        return comparison > 0 || (comparison == 0 && cleanAccuracy > other.cleanAccuracy);
    }
}
