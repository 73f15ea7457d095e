package org.robustest.attack;

import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** One sample's search by {@link HopSkipJump}. */
final class HopSkipJumpSearch extends GradientFreeSearch {

    private static final int STARTS = 200;
    private static final int STARTS_OF_A_SIZE = 8;
    private static final double PRECISION = 1e-3;
    private static final int HALVINGS = 12;

    private final HopSkipJump attack;
    private final Sample sample;
    private final Region region;
    private final RandomStream random;
    private final float[] origin;

    private final float[] asked;

    /** A point of a wrong class; the nearest one that is known, once there is one. */
    private final float[] wrong;

    private Phase phase = Phase.START;
    private int iteration = 1;
    private int turn = -1;
    private boolean isWrong;

    private double low;
    private double high;

    private BoundaryNormal normal;
    private float[] direction = {};
    private double stepLength;

    HopSkipJumpSearch(HopSkipJump attack, Sample sample, Region region, long seed) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.random = RandomStream.of(seed, sample.id(), "hop skip jump");
        this.origin = sample.input();
        this.asked = sample.input();
        this.wrong = sample.input();
        this.normal = new BoundaryNormal(origin.length);
    }

    @Override
    public boolean propose(float[] point) {
        boolean goesOn = switch (phase) {
            case START -> proposeStart();
            case CARRY -> proposeCarried();
            case BISECT -> proposeMiddle();
            case LOOK -> proposeLook();
            case STEP -> proposeStep();
        };
        System.arraycopy(asked, 0, point, 0, point.length);
        return goesOn;
    }

    /** Draws from ever larger sets until the class is another one. */
    private boolean proposeStart() {
        if (turn >= 0 && isWrong) {
            System.arraycopy(asked, 0, wrong, 0, wrong.length);
            return carry();
        }
        if (turn + 1 == STARTS) {
            return false;
        }
        turn++;
        double size = Math.scalb(region.radius(), turn / STARTS_OF_A_SIZE);
        Region larger = region.resized(size);
        if (turn % 2 == 0) {
            larger.draw(asked, random);
        } else {
            float[] signs = new float[asked.length];
            for (int i = 0; i < signs.length; i++) {
                signs[i] = random.nextDouble() < 0.5 ? -1 : 1;
            }
            larger.maximize(signs, asked);
        }
        return true;
    }

    /** Carries the nearest wrong point into the set itself: if it stays wrong, that is the end of it all. */
    private boolean carry() {
        phase = Phase.CARRY;
        ask(region.radius());
        return true;
    }

    private boolean proposeCarried() {
        phase = Phase.BISECT;
        low = region.radius();
        high = region.distance(wrong);
        return bisect();
    }

    private boolean proposeMiddle() {
        if (isWrong) {
            high = (low + high) / 2;
        } else {
            low = (low + high) / 2;
        }
        return bisect();
    }

    private boolean bisect() {
        if (high - low > PRECISION * high) {
            ask((low + high) / 2);
            return true;
        }
        region.resized(high).project(wrong);
        if (iteration > attack.iterations()) {
            return false;
        }
        phase = Phase.LOOK;
        turn = -1;
        normal = new BoundaryNormal(origin.length);
        return proposeLook();
    }

    private void ask(double size) {
        System.arraycopy(wrong, 0, asked, 0, asked.length);
        region.resized(size).project(asked);
    }

    private boolean proposeLook() {
        if (turn >= 0) {
            normal.learn(isWrong);
        }
        turn++;
        if (turn == attack.samples(iteration)) {
            direction = normal.direction();
            stepLength = region.distance(wrong) / Math.sqrt(iteration);
            phase = Phase.STEP;
            turn = -1;
            return proposeStep();
        }
        normal.draw(random, wrong, origin, asked);
        wide().project(asked);
        return true;
    }

    private Region wide() {
        return region.resized(3 * region.distance(wrong));
    }

    /** Steps away from the boundary on the wrong side, and less far if the class is the true one there. */
    private boolean proposeStep() {
        boolean hasStepped = turn >= 0 && isWrong;
        if (hasStepped || turn == HALVINGS) {
            if (hasStepped) {
                System.arraycopy(asked, 0, wrong, 0, wrong.length);
            }
            iteration++;
            return carry();
        }
        turn++;
        System.arraycopy(wrong, 0, asked, 0, asked.length);
        wide().ascend(asked, direction, stepLength);
        stepLength /= 2;
        return true;
    }

    @Override
    public boolean mayLeaveRegion() {
        return true;
    }

    @Override
    void observe(float[] logits) {
        isWrong = Margin.ofStrongestRival(logits, sample.label()) >= 0;
    }

    @Override
    public String position() {
        return "iteration " + iteration + ", " + phase.text;
    }

    private enum Phase {
        START("start"),
        CARRY("carried into the set"),
        BISECT("bisection"),
        LOOK("look around"),
        STEP("step");

        private final String text;

        Phase(String text) {
            this.text = text;
        }
    }
}
