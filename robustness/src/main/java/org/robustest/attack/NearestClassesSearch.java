package org.robustest.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * One sample's search by {@link NearestClasses}: a look at each rival from the input itself and a step to the best point for
 * it, the rival with the largest logit first since that is mostly enough, and then the walks: from the best points, the nearest
 * rival first, and perhaps from the input in the same order.
 */
final class NearestClassesSearch implements Search {

    private final NearestClasses attack;
    private final Sample sample;
    private final Region region;
    private final List<Rival> rivals = new ArrayList<>();
    private List<Integer> order = List.of();
    private int target = -1;
    private double value;
    private Phase phase = Phase.START;
    private int turn;
    private double margin;
    private boolean isFromInput;
    private Walk walk;

    NearestClassesSearch(NearestClasses attack, Sample sample, Region region) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.walk = attack.walkFromBestPoint(region, sample.input());
    }

    @Override
    public boolean propose(float[] point) {
        return switch (phase) {
            case START -> look(point);
            case LOOK -> step(point);
            case STEP -> ++turn < order.size() ? look(point) : startWalks(point);
            case WALK -> walk.propose(point) || nextWalk(point);
        };
    }

    private boolean look(float[] point) {
        phase = Phase.LOOK;
        System.arraycopy(sample.input(), 0, point, 0, point.length);
        return true;
    }

    private boolean step(float[] point) {
        phase = Phase.STEP;
        System.arraycopy(rivals.get(turn).best(), 0, point, 0, point.length);
        return true;
    }

    private boolean startWalks(float[] point) {
        phase = Phase.WALK;
        turn = -1;
        rivals.sort(Comparator.comparingDouble(Rival::distance));
        return nextWalk(point);
    }

    private boolean nextWalk(float[] point) {
        turn++;
        int targets = Math.min(attack.targets(), rivals.size());
        if (turn == attack.walksToEach() * targets) {
            return false;
        }
        isFromInput = turn >= targets;
        Rival rival = rivals.get(turn % targets);
        target = rival.target();
        walk = isFromInput
                ? attack.walkFromInput(region, sample.input())
                : attack.walkFromBestPoint(region, rival.best());
        return walk.propose(point);
    }

    @Override
    public boolean wantsGradient() {
        return phase == Phase.WALK ? walk.wantsGradient() : phase != Phase.STEP;
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        if (order.isEmpty()) {
            order = rivalsByLogit(logits);
        }
        if (phase == Phase.LOOK) {
            target = order.get(turn);
        }
        Loss loss = phase == Phase.WALK ? attack.walkLoss(target) : Loss.margin(target);
        value = loss.value(logits, sample.label());
        margin = Margin.ofStrongestRival(logits, sample.label());
        loss.cotangent(logits, sample.label(), cotangent);
    }

    private List<Integer> rivalsByLogit(float[] logits) {
        return IntStream.range(0, logits.length)
                .filter(k -> k != sample.label())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -logits[k]))
                .toList();
    }

    @Override
    public void learn(float[] gradient) {
        switch (phase) {
            case LOOK -> {
                float[] best = sample.input();
                region.maximize(gradient, best);
                rivals.add(new Rival(target, -value / region.dualNorm(gradient), best));
            }
            case WALK -> walk.learn(value, margin, gradient);
            default -> {}
        }
    }

    @Override
    public String position() {
        return switch (phase) {
            case START, LOOK -> "the input itself";
            case STEP -> "one step to class " + target;
            case WALK -> "walk to class " + target + (isFromInput ? " from the input" : "") + ", step " + walk.step();
        };
    }

    private enum Phase {
        START,
        LOOK,
        STEP,
        WALK
    }

    /** A wrong class, and what the gradient at the input says of it. */
    private static final class Rival {

        private final int target;
        private final double distance;
        private final float[] best;

        Rival(int target, double distance, float[] best) {
            this.target = target;
            this.distance = distance;
            this.best = best;
        }

        int target() {
            return target;
        }

        /** How far the decision boundary would be if the model were affine; infinite where the gradient is 0. */
        double distance() {
            return distance;
        }

        /** The point of the region where the margin would be largest if the model were affine. */
        float[] best() {
            return best;
        }
    }
}
