package org.robustest.attack;

import org.robustest.perturbation.Norm;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * Windows into which the perturbation of another window is moved, so that its norm stays that of the set (algorithm 3 of the
 * publication, for L2 and L1).
 */
final class BallWindows implements Windows {

    private static final int FIRST_WINDOWS = 5;

    /** What is left where humps take away what there was, relative to their size. */
    private static final double CANCELLED = 1e-6;

    private final Region region;
    private final RandomStream random;
    private final float[] origin;
    private final int length;

    BallWindows(Sample sample, Region region, RandomStream random) {
        this.region = region;
        this.random = random;
        this.origin = sample.input();
        this.length = sample.shape().dimension(sample.shape().rank() - 1);
    }

    /** Humps all along the signal. */
    @Override
    public void begin(float[] point) {
        double[] changes = new double[origin.length];
        int width = Math.max(1, length / FIRST_WINDOWS);
        for (int first = 0; first + width <= length; first += width) {
            addHumps(changes, first, width, 1);
        }
        place(new double[origin.length], changes, point);
    }

    @Override
    public void change(float[] point, double share) {
        // Not more than half, so that there is another window to take from.
        int width = Math.max(1, Math.min(length / 2, (int) Math.round(share * length)));
        int to = (int) (random.nextDouble() * (length - width + 1));
        int from = (int) (random.nextDouble() * (length - width + 1));
        double[] rest = new double[origin.length];
        double[] moved = new double[origin.length];
        for (int i = 0; i < origin.length; i++) {
            double change = (double) point[i] - origin[i];
            boolean isTarget = isIn(i, to, width);
            rest[i] = isTarget || isIn(i, from, width) ? 0 : change;
            moved[i] = isTarget ? change : 0;
        }
        double old = size(moved);
        if (old > 0) {
            scale(moved, 1 / old);
        }
        double[] humps = new double[origin.length];
        addHumps(humps, to, width, 1);
        scale(humps, 1 / size(humps));
        for (int i = 0; i < moved.length; i++) {
            moved[i] += humps[i];
        }
        place(rest, size(moved) > CANCELLED ? moved : humps, point);
    }

    private boolean isIn(int index, int first, int width) {
        int time = index % length;
        return first <= time && time < first + width;
    }

    /** Adds to each channel a hump over one half of a window and its opposite over the other, with a random sign. */
    private void addHumps(double[] changes, int first, int width, double height) {
        for (int start = 0; start < changes.length; start += length) {
            double signed = random.nextDouble() < 0.5 ? -height : height;
            int half = Math.max(1, width / 2);
            for (int i = 0; i < width; i++) {
                double sign = i < half ? signed : -signed;
                int place = i < half ? i : i - half;
                int size = i < half ? half : width - half;
                changes[start + first + i] += sign * hump(place, size);
            }
        }
    }

    /** The sum of {@code 1 / (n + 1 - k)²} over the nested intervals around the middle that hold a place. */
    private static double hump(int place, int size) {
        int rings = 1 + Math.min(place, size - 1 - place);
        int n = (size + 1) / 2;
        double sum = 0;
        for (int k = 0; k < rings; k++) {
            double height = 1.0 / (n - k);
            sum += height * height;
        }
        return sum;
    }

    /** Writes the rest and as much of a change as the size of the set leaves room for. */
    private void place(double[] rest, double[] change, float[] point) {
        double used = size(rest);
        double radius = region.radius();
        double room = region.norm() == Norm.L2
                ? Math.sqrt(Math.max(0, radius * radius - used * used))
                : Math.max(0, radius - used);
        double size = size(change);
        for (int i = 0; i < point.length; i++) {
            point[i] = (float) (origin[i] + rest[i] + (size == 0 ? 0 : change[i] * room / size));
        }
        region.project(point);
    }

    private double size(double[] changes) {
        double sum = 0;
        for (double change : changes) {
            sum += region.norm() == Norm.L2 ? change * change : Math.abs(change);
        }
        return region.norm() == Norm.L2 ? Math.sqrt(sum) : sum;
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
