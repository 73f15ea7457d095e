/** Verdicts on real beats, beside PGD as it is run in PyTorch. */
@NullMarked
package org.robustest.benchmarks.verdict;

import org.jspecify.annotations.NullMarked;
