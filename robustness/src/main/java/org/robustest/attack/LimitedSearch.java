package org.robustest.attack;

/** A search that ends before a question that its {@link Budget} does not cover. */
final class LimitedSearch implements Search {

    private final Search search;
    private long forwardsLeft;
    private long backwardsLeft;

    LimitedSearch(Search search, Budget budget) {
        this.search = search;
        this.forwardsLeft = budget.forwards();
        this.backwardsLeft = budget.backwards();
    }

    @Override
    public boolean propose(float[] point) {
        if (forwardsLeft == 0 || !search.propose(point)) {
            return false;
        }
        if (search.wantsGradient()) {
            if (backwardsLeft == 0) {
                return false;
            }
            backwardsLeft--;
        }
        forwardsLeft--;
        return true;
    }

    @Override
    public boolean wantsGradient() {
        return search.wantsGradient();
    }

    @Override
    public boolean mayLeaveRegion() {
        return search.mayLeaveRegion();
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        search.cotangent(logits, cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        search.learn(gradient);
    }

    @Override
    public String position() {
        return search.position();
    }

    @Override
    public boolean wasBlind() {
        return search.wasBlind();
    }
}
