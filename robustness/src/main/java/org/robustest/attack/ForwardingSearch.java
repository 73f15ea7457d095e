package org.robustest.attack;

/**
 * A search that asks another one everything, for searches that change a part of what another one does: a method that is added to
 * {@link Search} is passed on by all of them.
 */
public abstract class ForwardingSearch implements Search {

    /** Creates a search that passes everything on. */
    protected ForwardingSearch() {}

    /**
     * Returns the search that is asked.
     *
     * @return the search, which may be another one from one point to the next
     */
    protected abstract Search search();

    @Override
    public boolean propose(float[] point) {
        return search().propose(point);
    }

    @Override
    public boolean wantsGradient() {
        return search().wantsGradient();
    }

    @Override
    public boolean mayLeaveRegion() {
        return search().mayLeaveRegion();
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        search().cotangent(logits, cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        search().learn(gradient);
    }

    @Override
    public String position() {
        return search().position();
    }

    @Override
    public boolean wasBlind() {
        return search().wasBlind();
    }
}
