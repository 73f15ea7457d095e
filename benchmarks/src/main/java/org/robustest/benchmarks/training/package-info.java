/** Steps of training, by Robustest and by PyTorch. */
@NullMarked
package org.robustest.benchmarks.training;

import org.jspecify.annotations.NullMarked;
