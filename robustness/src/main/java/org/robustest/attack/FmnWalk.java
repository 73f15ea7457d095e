package org.robustest.attack;

import java.util.Optional;
import org.robustest.perturbation.Region;

/**
 * One walk of {@link Fmn}: each step is taken within a ball, whose size follows the boundary. The size changes by a share, and the
 * steps get shorter, both along a cosine.
 */
final class FmnWalk {

    private static final double FIRST_SHARE = 0.05;
    private static final double LAST_SHARE = 1e-4;
    private static final double LAST_STEP = 0.01;

    /** How much faster than the sizes shrink a walk may come nearer, such as by a step that ends well within its ball. */
    private static final double HASTE = 1.25;

    private final Region region;
    private final int steps;
    private final boolean givesUp;
    private final float[] current;
    private int step = -1;
    private double size;
    private double best = Double.POSITIVE_INFINITY;
    private double shrinkingLeft;
    private Optional<Outlook> outlook = Optional.empty();

    FmnWalk(Region region, float[] start, int steps, boolean givesUp) {
        this.region = region;
        this.steps = steps;
        this.givesUp = givesUp;
        this.current = start.clone();
        this.size = Math.max(region.distance(current), region.radius());
        for (int at = 0; at <= steps; at++) {
            shrinkingLeft += shrinking(at);
        }
    }

    boolean propose(float[] point) {
        if (step == steps || (givesUp && isHopeless())) {
            return false;
        }
        step++;
        if (step == 0) {
            // Inside the set if that is larger than the distance of the start.
            region.resized(size).project(current);
        }
        System.arraycopy(current, 0, point, 0, point.length);
        return true;
    }

    /** Tells whether even steps that all lead across the boundary would end too far away, or those of late say so. */
    private boolean isHopeless() {
        boolean isTooFar = Double.isFinite(best) && best * StrictMath.exp(-HASTE * shrinkingLeft) > region.radius();
        return isTooFar || outlook.filter(Outlook::isHopeless).isPresent();
    }

    /** Takes in the margin of the class at the point proposed last, and moves. */
    void learn(boolean isWrong, double margin, float[] gradient) {
        shrinkingLeft -= shrinking(step);
        double share = share(step);
        if (isWrong) {
            if (givesUp && outlook.isEmpty()) {
                outlook = Optional.of(Outlook.onDistance(steps - step));
            }
            best = Math.min(best, region.distance(current));
            size = Math.min(size * (1 - share), best);
        } else if (best == Double.POSITIVE_INFINITY) {
            double missing = -margin / region.dualNorm(gradient);
            size = Double.isFinite(missing)
                    ? (region.distance(current) + missing) * (1 + LAST_SHARE)
                    : size * (1 + share);
        } else {
            size = Math.min(size * (1 + share), best);
        }
        outlook.ifPresent(present -> present.learn(1 - best / region.radius()));
        size = Math.max(size, region.radius());
        Region ball = region.resized(size);
        ball.ascend(current, gradient, size * cosine(1, LAST_STEP, step));
    }

    private double share(int at) {
        return cosine(FIRST_SHARE, LAST_SHARE, at);
    }

    /** By how much the logarithm of the size falls in a step that ends across the boundary. */
    private double shrinking(int at) {
        return -StrictMath.log1p(-share(at));
    }

    private double cosine(double first, double last, int at) {
        return last + (first - last) * (1 + StrictMath.cos(Math.PI * at / steps)) / 2;
    }

    int step() {
        return step;
    }
}
