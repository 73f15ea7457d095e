package org.robustest.jqwik;

import java.nio.charset.Charset;

/** A signal as a line of blocks, from the lowest to the highest. */
final class Sparkline {

    private static final int WIDTH = 64;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    /** For consoles that cannot print blocks. */
    private static final String ASCII = "_.,-=+*#";

    private Sparkline() {}

    static String of(float[] values) {
        Charset console = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        return of(values, console.newEncoder().canEncode(BLOCKS) ? BLOCKS : ASCII);
    }

    /** Draws values, of which those that share a place are averaged. */
    static String of(float[] values, String levels) {
        int width = Math.min(WIDTH, values.length);
        double[] means = new double[width];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < width; place++) {
            means[place] =
                    mean(values, boundary(place, width, values.length), boundary(place + 1, width, values.length));
            low = Math.min(low, means[place]);
            high = Math.max(high, means[place]);
        }
        StringBuilder line = new StringBuilder();
        for (double mean : means) {
            double height = high > low ? (mean - low) / (high - low) : 0;
            line.append(levels.charAt((int) Math.min(levels.length() - 1, height * levels.length())));
        }
        return line.toString();
    }

    private static int boundary(int place, int width, int length) {
        return (int) ((long) place * length / width);
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
