package org.robustest.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * One sample's search by {@link NearestClasses}: a look at every rival from the input itself, a step to the best point for
 * each, and the walks, both with the nearest rival first.
 */
final class NearestClassesSearch implements Search {

    private final NearestClasses attack;
    private final Sample sample;
    private final Region region;
    private final List<Rival> rivals = new ArrayList<>();
    private int classCount;
    private int target = -1;
    private double value;
    private Phase phase = Phase.LOOK;
    private int turn = -1;
    private ApgdWalk walk;

    NearestClassesSearch(NearestClasses attack, Sample sample, Region region) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.walk = new ApgdWalk(region, attack.steps(), sample.input());
    }

    @Override
    public boolean propose(float[] point) {
        return switch (phase) {
            case LOOK -> proposeLook(point);
            case STEP -> proposeStep(point);
            case WALK -> proposeWalk(point);
        };
    }

    private boolean proposeLook(float[] point) {
        target++;
        if (target == sample.label()) {
            target++;
        }
        // How many classes there are is known once the model has answered.
        if (classCount > 0 && target >= classCount) {
            rivals.sort(Comparator.comparingDouble(Rival::distance));
            phase = Phase.STEP;
            return proposeStep(point);
        }
        System.arraycopy(sample.input(), 0, point, 0, point.length);
        return true;
    }

    private boolean proposeStep(float[] point) {
        turn++;
        if (turn == rivals.size()) {
            turn = -1;
            phase = Phase.WALK;
            return nextWalk(point);
        }
        target = rivals.get(turn).target();
        System.arraycopy(rivals.get(turn).best(), 0, point, 0, point.length);
        return true;
    }

    private boolean proposeWalk(float[] point) {
        return walk.propose(point) || nextWalk(point);
    }

    private boolean nextWalk(float[] point) {
        turn++;
        if (turn == Math.min(attack.targets(), rivals.size())) {
            return false;
        }
        target = rivals.get(turn).target();
        walk = new ApgdWalk(region, attack.steps(), rivals.get(turn).best());
        return walk.propose(point);
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        classCount = logits.length;
        Loss margin = Loss.margin(target);
        value = margin.value(logits, sample.label());
        margin.cotangent(logits, sample.label(), cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        switch (phase) {
            case LOOK -> {
                float[] best = sample.input();
                region.maximize(gradient, best);
                rivals.add(new Rival(target, -value / region.dualNorm(gradient), best));
            }
            case STEP -> {}
            case WALK -> walk.learn(value, gradient);
        }
    }

    @Override
    public String position() {
        return switch (phase) {
            case LOOK -> "the input itself";
            case STEP -> "one step to class " + target;
            case WALK -> "walk to class " + target + ", step " + walk.step();
        };
    }

    private enum Phase {
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
