package org.robustest.training;

import java.util.List;
import org.robustest.samples.Sample;

/** An endless row of batches. Not safe for use by several threads at once. */
interface Batches {

    /** Returns the samples of the next batch. */
    List<Sample> next();

    /** Passes over batches, such as those that were learned before a training was resumed. */
    default void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }
}
