package org.robustest.attack;

import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** One sample's search by {@link Spsa}: the point of a walk, then the pairs around it that give the gradient there. */
final class SpsaSearch extends GradientFreeSearch {

    private final Spsa attack;
    private final Sample sample;
    private final Region outer;
    private final RandomStream random;
    private final ApgdWalk walk;
    private final double difference;
    private final float[] center;
    private final float[] ahead;
    private final float[] behind;
    private final double[] sum;

    /** -1 at the point itself, then two for each pair. */
    private int probe = -1;

    private boolean hasBegun;
    private double value;
    private double valueAhead;
    private boolean hasComparedPair;
    private boolean hasSeenChange;

    SpsaSearch(Spsa attack, Sample sample, Region region, long seed) {
        this.attack = attack;
        this.sample = sample;
        this.random = RandomStream.of(seed, sample.id(), "spsa");
        this.center = sample.input();
        this.ahead = new float[center.length];
        this.behind = new float[center.length];
        this.sum = new double[center.length];
        float[] start = sample.input();
        region.draw(start, random);
        this.walk = new ApgdWalk(region, attack.steps(), start);
        double norm = switch (region.norm()) {
            case LINF -> 1;
            case L2 -> Math.sqrt(center.length);
            case L1 -> center.length;
        };
        this.difference = attack.relativeDifference() * region.radius() / norm;
        this.outer = region.resized(region.radius() * (1 + attack.relativeDifference()) * 1.001);
    }

    @Override
    public boolean propose(float[] point) {
        if (hasBegun && probe < 2 * attack.pairs() - 1) {
            probe++;
            if (probe % 2 == 0) {
                drawPair();
            }
            System.arraycopy(probe % 2 == 0 ? ahead : behind, 0, point, 0, point.length);
            return true;
        }
        if (hasBegun) {
            walk.learn(value, value, gradient());
        }
        hasBegun = true;
        probe = -1;
        if (!walk.propose(center)) {
            return false;
        }
        System.arraycopy(center, 0, point, 0, point.length);
        return true;
    }

    private void drawPair() {
        for (int i = 0; i < center.length; i++) {
            double change = random.nextDouble() < 0.5 ? -difference : difference;
            ahead[i] = (float) (center[i] + change);
            behind[i] = (float) (center[i] - change);
        }
        outer.project(ahead);
        outer.project(behind);
    }

    /** Each value is divided by its own difference, which the range may have cut short; only the directions matter to a walk. */
    private float[] gradient() {
        float[] gradient = new float[sum.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) (sum[i] / attack.pairs());
            sum[i] = 0;
        }
        return gradient;
    }

    @Override
    public boolean mayLeaveRegion() {
        return probe >= 0;
    }

    @Override
    void observe(float[] logits) {
        double margin = Margin.ofStrongestRival(logits, sample.label());
        if (probe < 0) {
            value = margin;
        } else if (probe % 2 == 0) {
            valueAhead = margin;
        } else {
            hasComparedPair = true;
            hasSeenChange |= valueAhead != margin;
            for (int i = 0; i < sum.length; i++) {
                double width = (double) ahead[i] - behind[i];
                sum[i] += width == 0 ? 0 : (valueAhead - margin) / width;
            }
        }
    }

    @Override
    public boolean wasBlind() {
        return hasComparedPair && !hasSeenChange;
    }

    @Override
    public String position() {
        return "step " + walk.step() + (probe < 0 ? "" : ", probe " + probe);
    }
}
