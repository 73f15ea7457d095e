package org.robustest.engine.internal;

/** What becomes of counterexamples that are found. */
enum Keeping {
    /** They are written below {@code target}, for whoever wants to look at them. */
    FIND,
    /** They are shrunk, and added to those that are replayed first in every run. */
    UPDATE,
    /** Nothing is written, read or replayed. */
    OFF
}
