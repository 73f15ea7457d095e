package org.robustest.attack;

/** A walk that goes on as long as there is hope. */
final class HopefulWalk implements Walk {

    private final Walk walk;
    private final Outlook outlook;

    HopefulWalk(Walk walk, Outlook outlook) {
        this.walk = walk;
        this.outlook = outlook;
    }

    @Override
    public boolean propose(float[] point) {
        return !outlook.isHopeless() && walk.propose(point);
    }

    @Override
    public boolean wantsGradient() {
        return walk.wantsGradient();
    }

    @Override
    public void learn(double loss, double margin, float[] gradient) {
        outlook.learn(margin);
        walk.learn(loss, margin, gradient);
    }

    @Override
    public int step() {
        return walk.step();
    }
}
