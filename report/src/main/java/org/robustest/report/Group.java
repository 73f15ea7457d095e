package org.robustest.report;

/** The samples of one class, or of one value of a tag. */
record Group(String name, Tally tally) {}
