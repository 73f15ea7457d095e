package org.robustest.engine.internal;

/** How much is printed at the end of a class. */
enum Verbosity {
    /** Nothing, unless a test did not pass. */
    QUIET,
    NORMAL,
    /** The attack and each stored counterexample as well. */
    VERBOSE
}
