package org.robustest.samples;

import java.util.Map;

/**
 * One input with its true class and an id that stays the same from run to run.
 *
 * <p>Samples are immutable and come from a {@link Samples.Builder}.
 */
public final class Sample {

    private final String id;
    private final Shape shape;
    private final float[] input;
    private final int label;
    private final Map<String, String> tags;

    Sample(String id, Shape shape, float[] input, int label, Map<String, String> tags) {
        this.id = id;
        this.shape = shape;
        this.input = input;
        this.label = label;
        this.tags = tags;
    }

    /**
     * Returns the stable id, such as {@code mitdb/208@123456}.
     *
     * @return the id, unique among the samples it stands with
     */
    public String id() {
        return id;
    }

    /**
     * Returns the index of the true class.
     *
     * @return the label, from 0 to the number of classes - 1
     */
    public int label() {
        return label;
    }

    /**
     * Returns the shape of the input.
     *
     * @return the {@linkplain Samples#shape() shape} of the samples it stands with
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Returns a copy of the input.
     *
     * @return the values, row-major in the {@linkplain #shape() shape}
     */
    public float[] input() {
        return input.clone();
    }

    /**
     * Copies the input into an array.
     *
     * @param target the array to write to
     * @param offset where the first value goes
     * @throws IndexOutOfBoundsException if the input does not fit
     */
    public void copyInputTo(float[] target, int offset) {
        System.arraycopy(input, 0, target, offset, input.length);
    }

    /**
     * Returns this sample with another input in place of its own.
     *
     * @param newShape the shape of the other input
     * @param newInput the values, row-major; copied
     * @return a sample with the same id, class and tags
     * @throws IllegalArgumentException if the input has not the size of the shape
     */
    public Sample withInput(Shape newShape, float[] newInput) {
        return new Sample(id, newShape, copyOfSize(newShape, newInput, id), label, tags);
    }

    static float[] copyOfSize(Shape shape, float[] input, String id) {
        if (input.length != shape.size()) {
            throw new IllegalArgumentException("sample \"" + id + "\" has " + input.length + " values, but the shape "
                    + shape + " needs " + shape.size());
        }
        return input.clone();
    }

    /**
     * Returns what is known of the sample beside its class, such as {@code patient} or {@code record}.
     *
     * @return the tags by name; unmodifiable
     */
    public Map<String, String> tags() {
        return tags;
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
