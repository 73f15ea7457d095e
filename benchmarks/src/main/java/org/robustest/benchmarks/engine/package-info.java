/** Robustest, PyTorch and Deeplearning4j as what computes input gradients. */
@NullMarked
package org.robustest.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
