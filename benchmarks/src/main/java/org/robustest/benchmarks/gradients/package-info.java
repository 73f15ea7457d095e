/** Input gradients per second of each engine. */
@NullMarked
package org.robustest.benchmarks.gradients;

import org.jspecify.annotations.NullMarked;
