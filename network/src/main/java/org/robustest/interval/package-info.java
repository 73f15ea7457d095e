/** Interval bounds of margins that can be learned: as the outputs of a network of their own. */
@NullMarked
package org.robustest.interval;

import org.jspecify.annotations.NullMarked;
