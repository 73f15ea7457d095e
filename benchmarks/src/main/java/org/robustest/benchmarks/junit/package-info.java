/** What the test engine costs. */
@NullMarked
package org.robustest.benchmarks.junit;

import org.jspecify.annotations.NullMarked;
