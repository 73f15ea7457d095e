/**
 * The layer graph and its passes.
 *
 * <p>Inside a pass, samples stand in lanes: every value of every layer is a row of floats, one for each sample of a {@link
 * Block}. Each operation works on whole rows, so a sample's arithmetic never depends on its neighbours, on the size of the
 * batch, or on the number of threads.
 */
@NullMarked
package org.robustest.network;

import org.jspecify.annotations.NullMarked;
