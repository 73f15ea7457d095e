package org.robustest.attack;

/** A search that ends before a question that its {@link Budget} does not cover. */
final class LimitedSearch extends ForwardingSearch {

    private final Search search;
    private long forwardsLeft;
    private long backwardsLeft;

    LimitedSearch(Search search, Budget budget) {
        this.search = search;
        this.forwardsLeft = budget.forwards();
        this.backwardsLeft = budget.backwards();
    }

    @Override
    protected Search search() {
        return search;
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
}
