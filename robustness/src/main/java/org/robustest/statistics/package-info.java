/** What samples say about the population that they were drawn from. */
@NullMarked
package org.robustest.statistics;

import org.jspecify.annotations.NullMarked;
