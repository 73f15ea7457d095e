/**
 * What outlasts a run, as files: counterexamples, to be replayed first, baselines, below which robustness may not fall, and the
 * samples that tests use.
 */
@NullMarked
package org.robustest.store;

import org.jspecify.annotations.NullMarked;
