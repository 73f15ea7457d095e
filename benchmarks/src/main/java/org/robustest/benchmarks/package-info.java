/** The command {@code bench}, which measures the passes beside those of other engines. */
@NullMarked
package org.robustest.benchmarks;

import org.jspecify.annotations.NullMarked;
