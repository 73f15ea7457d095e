package org.robustest.training;

import java.util.List;
import java.util.Optional;

/**
 * How a training ended.
 *
 * @param steps the number of steps taken, which is less than asked for if the training was stopped early
 * @param loss the mean of the loss over the last hundred steps, or over all if there were fewer; without L1 and L2
 * @param seconds how long it took, with the time before it was resumed
 * @param validations what was measured on the validation samples, in the order of the steps
 */
public record TrainingResult(int steps, double loss, double seconds, List<ValidationResult> validations) {

    /**
     * Creates a result.
     *
     * @param steps the number of steps taken
     * @param loss the mean of the loss
     * @param seconds how long it took
     * @param validations the validations, copied
     */
    public TrainingResult {
        validations = List.copyOf(validations);
    }

    /**
     * Returns the best of the validations.
     *
     * @return the first of those with the highest robust accuracy, and of these with the highest clean accuracy; nothing if
     *     there was no validation
     */
    public Optional<ValidationResult> best() {
        return validations.stream().reduce((best, next) -> next.isBetterThan(best) ? next : best);
    }
}
