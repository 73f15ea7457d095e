package org.robustest.engine.internal;

/** What is done with baselines. */
enum Ratchet {
    COMPARE,
    UPDATE
}
