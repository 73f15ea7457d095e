/** JVMs of their own, so that no measurement profits or suffers from another. */
@NullMarked
package org.robustest.benchmarks.process;

import org.jspecify.annotations.NullMarked;
