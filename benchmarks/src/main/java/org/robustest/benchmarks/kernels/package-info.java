/** How fast the kernels are, apart from the layers that use them. */
@NullMarked
package org.robustest.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
