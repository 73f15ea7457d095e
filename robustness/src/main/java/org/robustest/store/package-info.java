/** What outlasts a run, as files: counterexamples, to be replayed first, and baselines, below which robustness may not fall. */
@NullMarked
package org.robustest.store;

import org.jspecify.annotations.NullMarked;
