package org.robustest.attack;

import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** Windows in which every value of a channel goes to the same end of what an L∞ set allows (algorithm 2 of the publication). */
final class BoxWindows implements Windows {

    private final Region region;
    private final RandomStream random;
    private final int length;
    private final float[] signs;
    private final float[] corner;

    BoxWindows(Sample sample, Region region, RandomStream random) {
        this.region = region;
        this.random = random;
        this.length = sample.shape().dimension(sample.shape().rank() - 1);
        this.signs = new float[sample.shape().size()];
        this.corner = new float[signs.length];
    }

    /** Stripes that are one value wide. */
    @Override
    public void begin(float[] point) {
        for (int i = 0; i < signs.length; i++) {
            signs[i] = sign();
        }
        region.maximize(signs, point);
    }

    @Override
    public void change(float[] point, double share) {
        int width = Math.max(1, (int) Math.round(share * length));
        int first = (int) (random.nextDouble() * (length - width + 1));
        for (int start = 0; start < signs.length; start += length) {
            float sign = sign();
            for (int i = start + first; i < start + first + width; i++) {
                signs[i] = sign;
            }
        }
        region.maximize(signs, corner);
        for (int start = 0; start < signs.length; start += length) {
            System.arraycopy(corner, start + first, point, start + first, width);
        }
        region.project(point);
    }

    private float sign() {
        return random.nextDouble() < 0.5 ? -1 : 1;
    }
}
