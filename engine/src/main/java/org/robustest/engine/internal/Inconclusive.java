package org.robustest.engine.internal;

/** What an inconclusive test is reported as. */
enum Inconclusive {
    FAIL,
    SKIP
}
