package org.robustest.engine.internal;

/** How much is printed at the end of a class. */
enum Verbosity {
    /** Nothing, unless a test did not pass. */
    QUIET,
    NORMAL,
    /** Each stored counterexample that still breaks the model as well. */
    VERBOSE
}
