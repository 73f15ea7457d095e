package org.robustest.perturbation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.robustest.samples.Shape;

/**
 * Which values of an input the adversary may change.
 *
 * <p>Immutable. For example, {@code channels(0).and(between(50, 120).or(between(300, 350)))}.
 */
public final class Mask {

    private final String text;
    private final Function<Shape, BitSet> selection;

    private Mask(String text, Function<Shape, BitSet> selection) {
        this.text = text;
        this.selection = selection;
    }

    /**
     * Selects all values of some channels, such as the leads of an ECG.
     *
     * @param channels the indices along the first dimension of the input, from 0; an input of shape {@code [L]} has channel 0
     * @return the mask
     * @throws IllegalArgumentException if no channel is named, or one is below 0
     */
    public static Mask channels(int... channels) {
        if (channels.length == 0 || Arrays.stream(channels).anyMatch(channel -> channel < 0)) {
            throw new IllegalArgumentException("a mask needs at least one channel, and channels count from 0, but the"
                    + " channels were " + Arrays.toString(channels));
        }
        int[] chosen = channels.clone();
        String text = Arrays.stream(chosen).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return new Mask("channels(" + text + ")", shape -> ofChannels(chosen, shape));
    }

    private static BitSet ofChannels(int[] chosen, Shape shape) {
        int channelCount = shape.rank() == 1 ? 1 : shape.dimension(0);
        int size = shape.size() / channelCount;
        BitSet values = new BitSet(shape.size());
        for (int channel : chosen) {
            if (channel >= channelCount) {
                throw new IllegalArgumentException("channel " + channel + " is to be perturbed, but an input of shape "
                        + shape + " has only the channels 0 to " + (channelCount - 1));
            }
            values.set(channel * size, (channel + 1) * size);
        }
        return values;
    }

    /**
     * Selects a piece of time in all channels.
     *
     * @param from the first index along the last dimension of the input, from 0
     * @param to the first index after the piece
     * @return the mask, for inputs of shape {@code [L]} or {@code [C, L]}
     * @throws IllegalArgumentException unless {@code 0 <= from < to}
     */
    public static Mask between(int from, int to) {
        if (!(0 <= from && from < to)) {
            throw new IllegalArgumentException(
                    "a piece of time needs 0 <= from < to, but from was " + from + " and to was " + to);
        }
        return new Mask("between(" + from + ", " + to + ")", shape -> ofTime(from, to, shape));
    }

    private static BitSet ofTime(int from, int to, Shape shape) {
        Signal signal = Signal.of(shape, "a mask over time");
        if (to > signal.length()) {
            throw new IllegalArgumentException("the times " + from + " to " + (to - 1)
                    + " are to be perturbed, but an input of shape " + shape + " ends at time "
                    + (signal.length() - 1));
        }
        BitSet values = new BitSet(shape.size());
        for (int channel = 0; channel < signal.channels(); channel++) {
            int start = channel * signal.length();
            values.set(start + from, start + to);
        }
        return values;
    }

    /**
     * Selects what both of two masks select.
     *
     * @param other the other mask
     * @return the intersection
     */
    public Mask and(Mask other) {
        return new Mask(text + ".and(" + other + ")", shape -> {
            BitSet both = selection.apply(shape);
            both.and(other.selection.apply(shape));
            return both;
        });
    }

    /**
     * Selects what at least one of two masks selects.
     *
     * @param other the other mask
     * @return the union
     */
    public Mask or(Mask other) {
        return new Mask(text + ".or(" + other + ")", shape -> {
            BitSet either = selection.apply(shape);
            either.or(other.selection.apply(shape));
            return either;
        });
    }

    /** Returns which values of an input of a shape may change; at least one. */
    Coordinates of(Shape shape) {
        BitSet values = selection.apply(shape);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the mask " + this + " selects no value of an input of shape " + shape
                    + ", so that nothing would be perturbed; use or(...) to join pieces");
        }
        return new Coordinates(values);
    }

    /** Returns the expression that makes the mask, such as {@code channels(0, 2).and(between(50, 120))}. */
    @Override
    public String toString() {
        return text;
    }
}
