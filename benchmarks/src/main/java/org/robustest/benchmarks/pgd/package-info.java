/** PGD with the gradients of Robustest beside PGD with those of DL4J. */
@NullMarked
package org.robustest.benchmarks.pgd;

import org.jspecify.annotations.NullMarked;
