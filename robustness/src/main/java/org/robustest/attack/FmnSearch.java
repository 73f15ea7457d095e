package org.robustest.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** One sample's search by {@link Fmn}: a look at each rival from the input, and the walks, the nearest rival first. */
final class FmnSearch implements Search {

    private final Fmn attack;
    private final Sample sample;
    private final Region region;
    private final LinearReach reach;
    private final List<Start> starts = new ArrayList<>();
    private int[] rivals = {};
    private int turn;
    private boolean walks;
    private FmnWalk walk;
    private double value;
    private boolean isWrong;

    FmnSearch(Fmn attack, Sample sample, Region region) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.reach = new LinearReach(region, sample.input());
        this.walk = new FmnWalk(region, sample.input(), attack.steps(), attack.givesUp());
    }

    @Override
    public boolean propose(float[] point) {
        if (!walks) {
            if (starts.isEmpty() || turn < rivals.length) {
                System.arraycopy(sample.input(), 0, point, 0, point.length);
                return true;
            }
            walks = true;
            starts.sort(Comparator.comparingDouble(Start::distance));
            turn = 0;
            begin();
        }
        while (!walk.propose(point)) {
            turn++;
            if (turn == Math.min(attack.targets(), starts.size())) {
                return false;
            }
            begin();
        }
        return true;
    }

    private void begin() {
        walk = new FmnWalk(region, starts.get(turn).point(), attack.steps(), attack.givesUp());
    }

    @Override
    public boolean mayLeaveRegion() {
        return walks;
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        if (rivals.length == 0) {
            int label = sample.label();
            rivals =
                    Arrays.stream(LogitOrder.of(logits)).filter(k -> k != label).toArray();
        }
        isWrong = Margin.ofStrongestRival(logits, sample.label()) >= 0;
        Loss margin = Loss.margin(target());
        value = margin.value(logits, sample.label());
        margin.cotangent(logits, sample.label(), cotangent);
    }

    private int target() {
        return walks ? starts.get(turn).target() : rivals[turn];
    }

    @Override
    public void learn(float[] gradient) {
        if (walks) {
            walk.learn(isWrong, value, gradient);
        } else {
            float[] point = sample.input();
            double distance = reach.to(gradient, -value, point);
            if (distance <= region.radius() || distance == Double.POSITIVE_INFINITY) {
                region.maximize(gradient, point);
            }
            starts.add(new Start(target(), distance, point));
            turn++;
        }
    }

    @Override
    public String position() {
        return walks ? "walk to class " + target() + ", step " + walk.step() : "the input itself";
    }

    /** Where the boundary of a rival would be if the model were affine. */
    private static final class Start {

        private final int target;
        private final double distance;
        private final float[] point;

        Start(int target, double distance, float[] point) {
            this.target = target;
            this.distance = distance;
            this.point = point;
        }

        int target() {
            return target;
        }

        double distance() {
            return distance;
        }

        float[] point() {
            return point;
        }
    }
}
