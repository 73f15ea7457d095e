package org.robustest.attack;

/** A search that ends before a question that its {@link Budget} does not cover. */
final class LimitedSearch extends ForwardingSearch {

    private final Search search;
    private final Budget budget;
    private long forwardsLeft;
    private long backwardsLeft;

    LimitedSearch(Search search, Budget budget) {
        this.search = search;
        this.budget = budget;
        this.forwardsLeft = budget.forwards();
        this.backwardsLeft = budget.backwards();
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    public boolean propose(float[] point) {
        if (forwardsLeft == 0) {
            return end();
        }
        if (!search.propose(point)) {
            return false;
        }
        if (search.wantsGradient()) {
            if (backwardsLeft == 0) {
                return end();
            }
            backwardsLeft--;
        }
        forwardsLeft--;
        return true;
    }

    /** Ends the search, unless it has not begun: of a search without a question it would be said that it has found nothing. */
    private boolean end() {
        if (forwardsLeft == budget.forwards()) {
            throw new IllegalStateException("its budget, " + budget
                    + ", does not cover its first question, so that nothing was searched; give it a larger one");
        }
        return false;
    }
}
