package org.robustest.training;

/** What has a state that a resumed training goes on from. */
interface Resumable {

    /** Writes the state down. */
    void save(State state);

    /** Takes the state up that {@link #save} wrote down. */
    void restore(State state);
}
