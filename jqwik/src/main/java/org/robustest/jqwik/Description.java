package org.robustest.jqwik;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/** What a sample and a perturbation look like, in three lines: of several channels, the one that is changed most is shown. */
final class Description {

    private Description() {}

    static String of(Sample sample) {
        return sample.id() + " of class " + sample.label() + ", " + sample.shape()
                + signal("input", sample.shape(), sample.input(), 0);
    }

    static String of(PerturbedSample perturbed) {
        Sample original = perturbed.original();
        float[] input = perturbed.input();
        float[] before = original.input();
        float[] change = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            change[i] = input[i] - before[i];
        }
        int channel = mostChanged(original.shape(), change);
        return String.format(
                        Locale.ROOT,
                        "%s of class %s, %d of %s values changed by %.4g in %s, chosen: %s",
                        original.id(),
                        perturbed.className(),
                        perturbed.changed(),
                        original.shape(),
                        perturbed.size(),
                        perturbed.set(),
                        perturbed.origin())
                + signal("perturbed", original.shape(), input, channel)
                + signal("change", original.shape(), change, channel);
    }

    /** Returns the channel with the largest change. */
    private static int mostChanged(Shape shape, float[] change) {
        int length = shape.size() / channels(shape);
        return IntStream.range(0, channels(shape))
                .boxed()
                .max(Comparator.comparingDouble((Integer channel) -> IntStream.range(0, length)
                                .mapToDouble(i -> Math.abs(change[channel * length + i]))
                                .max()
                                .orElse(0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    private static int channels(Shape shape) {
        return shape.rank() > 1 ? shape.dimension(0) : 1;
    }

    private static String signal(String name, Shape shape, float[] values, int channel) {
        int length = values.length / channels(shape);
        float[] part = Arrays.copyOfRange(values, channel * length, (channel + 1) * length);
        String which = channels(shape) == 1 ? "" : " (channel " + channel + " of " + channels(shape) + ")";
        return String.format(Locale.ROOT, "%n  %-9s %s %s%s", name, Sparkline.of(part), range(part), which);
    }

    private static String range(float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return String.format(Locale.ROOT, "%.4g to %.4g", low, high);
    }
}
