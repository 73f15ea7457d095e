package org.robustest.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The loss of a batch, as the sum of named parts. Immutable. */
public final class TrainingLoss {

    private final Map<String, Double> parts;

    private TrainingLoss(Map<String, Double> parts) {
        this.parts = Collections.unmodifiableMap(parts);
    }

    /**
     * Returns a loss of one part.
     *
     * @param part its name, such as {@code margin}
     * @param value its value, a mean over samples
     * @return the loss
     */
    public static TrainingLoss of(String part, double value) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(part, value);
        return new TrainingLoss(parts);
    }

    /**
     * Returns the sum of this loss and another. Parts of the same name become one.
     *
     * @param other the other loss
     * @return the sum
     */
    public TrainingLoss plus(TrainingLoss other) {
        Map<String, Double> sum = new LinkedHashMap<>(parts);
        other.parts.forEach((part, value) -> sum.merge(part, value, Double::sum));
        return new TrainingLoss(sum);
    }

    /**
     * Returns a multiple of this loss.
     *
     * @param factor the factor of every part
     * @return the multiple
     */
    public TrainingLoss times(double factor) {
        Map<String, Double> multiple = new LinkedHashMap<>(parts);
        multiple.replaceAll((part, value) -> factor * value);
        return new TrainingLoss(multiple);
    }

    /**
     * Returns the loss.
     *
     * @return the sum of the parts
     */
    public double total() {
        double sum = 0;
        for (double value : parts.values()) {
            sum += value;
        }
        return sum;
    }

    /**
     * Returns what the loss is made of.
     *
     * @return the value of each part, with the weight that it has in the loss; in the order of the objective
     */
    public Map<String, Double> parts() {
        return parts;
    }

    /** Returns the parts, such as {@code {squared error=0.5, margin=0.1}}. */
    @Override
    public String toString() {
        return parts.toString();
    }
}
