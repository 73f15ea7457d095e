package org.robustest.engine.internal;

/** Whether a report of the run is written. */
enum Reporting {
    WRITE,
    OFF
}
